package lab.homework.ex17;

/** Wrong: it looks when this page was asked for last, and that is never. */
final class DelayForEachPageScheduler<H> extends RightPolitenessScheduler<H> {

  DelayForEachPageScheduler(long delayMillis) {
    super(delayMillis);
  }

  @Override
  Object owner(Request<H> request) {
    return request;
  }
}
