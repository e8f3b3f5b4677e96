package lab.homework.ex08;

/** Wrong: one limit for all hosts together. */
final class OneLimitFetcher<H> extends RightPoliteFetcher<H> {

  @Override
  boolean mayGo(H host, int perHost) {
    return countAll() < perHost;
  }
}
