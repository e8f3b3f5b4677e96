package lab.homework.ex05;

import java.time.Duration;

/** Wrong: doubles without end. */
final class NoCapClient extends RightRetryingClient {

  @Override
  Duration doubled(int attempt, Backoff backoff) {
    return backoff.first().multipliedBy(1L << (attempt - 1));
  }
}
