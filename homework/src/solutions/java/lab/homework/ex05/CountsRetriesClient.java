package lab.homework.ex05;

/** Wrong: counts what comes after the first request. */
final class CountsRetriesClient extends RightRetryingClient {

  @Override
  boolean isLast(int attempt, Backoff backoff) {
    return attempt > backoff.attempts();
  }
}
