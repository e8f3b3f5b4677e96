package lab.homework.ex05;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** One loop; when to stop and how long to pause are steps of their own. */
class RightRetryingClient implements RetryingClient {
  private static final Set<Integer> MAY_PASS = Set.of(429, 502, 503, 504);

  @Override
  public Reply get(URI url, Backoff backoff, Http http, Sleeper sleeper) throws IOException, InterruptedException {
    for (int attempt = 1;; attempt++) {
      Reply reply = http.get(url);
      if (!mayPass(reply.status()) || isLast(attempt, backoff)) {
        return reply;
      }
      sleeper.sleep(pause(reply, attempt, backoff));
    }
  }

  boolean mayPass(int status) {
    return MAY_PASS.contains(status);
  }

  boolean isLast(int attempt, Backoff backoff) {
    return attempt >= backoff.attempts();
  }

  Duration pause(Reply reply, int attempt, Backoff backoff) {
    return reply.retryAfter().orElseGet(() -> doubled(attempt, backoff));
  }

  /** Stops doubling where it is enough, so that no number is too large. */
  Duration doubled(int attempt, Backoff backoff) {
    Duration pause = backoff.first();
    for (int i = 1; i < attempt && pause.compareTo(backoff.longest()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return shorter(pause, backoff.longest());
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
