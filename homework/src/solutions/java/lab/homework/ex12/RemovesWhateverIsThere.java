package lab.homework.ex12;

import java.time.Duration;
import java.time.InstantSource;

/** Wrong: two find the old flight; one puts a new one in its place, and then the other removes that. */
final class RemovesWhateverIsThere<K, V> extends RightSingleFlight<K, V> {

  RemovesWhateverIsThere(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    super(loader, ttl, clock);
  }

  @Override
  Flight flightFor(K key) {
    Flight known = flights().get(key);
    if (known != null && known.isStale()) {
      flights().remove(key);
    }
    return flights().computeIfAbsent(key, Flight::new);
  }
}
