package lab.homework.ex12;

import java.time.Duration;
import java.time.InstantSource;

/** Wrong: to look for a flight and to put one there are two steps. */
final class LooksThenLoads<K, V> extends RightSingleFlight<K, V> {

  LooksThenLoads(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    super(loader, ttl, clock);
  }

  @Override
  Flight flightFor(K key) {
    Flight known = flights().get(key);
    if (known != null && !known.isStale()) {
      return known;
    }
    Flight flight = new Flight(key);
    flights().put(key, flight);
    return flight;
  }
}
