package lab.homework.ex12;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Wrong: the value is kept only when it is there; until then everybody loads. */
final class LooksThenLoadsFlight<K, V> implements SingleFlight<K, V> {
  private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
  private final Loader<K, V> loader;

  LooksThenLoadsFlight(Loader<K, V> loader, InstantSource clock, long timeToLiveMillis) {
    this.loader = loader;
  }

  @Override
  public V get(K key) throws Exception {
    V value = values.get(key);
    if (value == null) {
      value = loader.load(key);
      values.put(key, value);
    }
    return value;
  }
}
