package lab.homework.ex12;

import java.time.InstantSource;

/** Wrong: one lock for all keys, which is held while a value is loaded. */
final class OneLockFlight<K, V> extends RightSingleFlight<K, V> {

  OneLockFlight(Loader<K, V> loader, InstantSource clock, long timeToLiveMillis) {
    super(loader, clock, timeToLiveMillis);
  }

  @Override
  public synchronized V get(K key) throws Exception {
    return super.get(key);
  }
}
