package lab.homework.ex12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Wrong: the map's own step is safe and short to write, but a part of the map is locked as long as it takes. */
final class LoadsInTheMap<K, V> implements SingleFlight<K, V> {
  private final ConcurrentMap<K, Kept<V>> answers = new ConcurrentHashMap<>();
  private final Loader<K, V> loader;
  private final Duration ttl;
  private final InstantSource clock;

  private record Kept<V>(V answer, Instant until) {}

  LoadsInTheMap(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    this.loader = loader;
    this.ttl = ttl;
    this.clock = clock;
  }

  @Override
  public V get(K key) throws IOException {
    try {
      return answers.compute(key, (_, kept) -> kept != null && clock.instant().isBefore(kept.until) ? kept : load(key)).answer;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Kept<V> load(K key) {
    try {
      return new Kept<>(loader.load(key), clock.instant().plus(ttl));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
