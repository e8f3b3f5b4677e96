package lab.homework.ex12;

import java.time.InstantSource;

/** Wrong: the promise of a load that failed stays where it is. */
final class KeepsFailuresFlight<K, V> extends RightSingleFlight<K, V> {

  KeepsFailuresFlight(Loader<K, V> loader, InstantSource clock, long timeToLiveMillis) {
    super(loader, clock, timeToLiveMillis);
  }

  @Override
  void afterFailure(K key, Flight<V> flight) {
    // Whoever asks next gets the same failure.
  }
}
