package lab.homework.ex12;

import java.time.InstantSource;

/** Wrong: what was loaded once is good for ever. */
final class NeverOldFlight<K, V> extends RightSingleFlight<K, V> {

  NeverOldFlight(Loader<K, V> loader, InstantSource clock, long timeToLiveMillis) {
    super(loader, clock, timeToLiveMillis);
  }

  @Override
  boolean isOld(Flight<V> flight) {
    return false;
  }
}
