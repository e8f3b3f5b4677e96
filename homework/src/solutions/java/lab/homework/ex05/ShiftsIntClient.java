package lab.homework.ex05;

import java.time.Duration;

/** Wrong: after 31 doublings an int is negative, and after 32 it begins again. */
final class ShiftsIntClient extends RightRetryingClient {

  @Override
  Duration doubled(int attempt, Backoff backoff) {
    return shorter(backoff.first().multipliedBy(1 << (attempt - 1)), backoff.longest());
  }
}
