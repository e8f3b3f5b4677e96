package lab.homework.ex05;

import java.time.Duration;

/** Wrong: doesn't look what the server says. */
final class IgnoresRetryAfterClient extends RightRetryingClient {

  @Override
  Duration pause(Reply reply, int attempt, Backoff backoff) {
    return doubled(attempt, backoff);
  }
}
