package lab.homework.ex12;

import java.time.Duration;
import java.time.InstantSource;

/** Wrong: what it knows, it knows for ever. */
final class NeverExpires<K, V> extends RightSingleFlight<K, V> {

  NeverExpires(Loader<K, V> loader, Duration ttl, InstantSource clock) {
    super(loader, ttl, clock);
  }

  @Override
  boolean expires() {
    return false;
  }
}
