package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** Wrong: whatever ends a load is told as a failure, to everybody. */
final class TakesInterruptsForFailures<K, V> extends RightSingleFlight<K, V> {

  TakesInterruptsForFailures(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    super(loader, ttl, clock);
  }

  @Override
  void tell(K key, Flight flight, Throwable cause) throws IOException {
    throw new IOException("could not load " + key, cause);
  }
}
