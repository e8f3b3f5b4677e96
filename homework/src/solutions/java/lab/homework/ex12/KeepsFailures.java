package lab.homework.ex12;

import java.time.Duration;
import java.time.InstantSource;

/** Wrong: a flight that failed stays where it is. */
final class KeepsFailures<K, V> extends RightSingleFlight<K, V> {

  KeepsFailures(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    super(loader, ttl, clock);
  }

  @Override
  void forget(K key, Flight flight) {
    // Somebody should have thought of it.
  }
}
