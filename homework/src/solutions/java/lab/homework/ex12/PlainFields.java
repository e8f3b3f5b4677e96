package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Wrong: one thread writes the answer into plain fields, and the others look at them again and again. */
final class PlainFields<K, V> implements SingleFlight<K, V> {
  private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Loader<K, V> loader;
  private final Duration ttl;
  private final InstantSource clock;

  private static final class Entry<V> {
    private V answer;
    private Exception failure;
    private Instant until = Instant.MAX;
    private boolean done;
  }

  PlainFields(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    this.loader = loader;
    this.ttl = ttl;
    this.clock = clock;
  }

  @Override
  public V get(K key) throws IOException, InterruptedException {
    Entry<V> mine = new Entry<>();
    Entry<V> entry =
        entries.compute(key, (_, known) -> known == null || known.done && !clock.instant().isBefore(known.until) ? mine : known);
    if (entry == mine) {
      load(key, mine);
    }
    while (!entry.done) {
      Thread.sleep(1);
    }
    if (entry.failure instanceof InterruptedException interrupt && entry == mine) {
      throw interrupt;
    }
    if (entry.failure instanceof InterruptedException) {
      return get(key);
    }
    if (entry.failure != null) {
      throw new IOException("could not load " + key, entry.failure);
    }
    return entry.answer;
  }

  private void load(K key, Entry<V> entry) {
    try {
      entry.answer = loader.load(key);
      entry.until = clock.instant().plus(ttl);
    } catch (IOException | InterruptedException e) {
      entries.remove(key, entry);
      entry.failure = e;
    }
    entry.done = true;
  }
}
