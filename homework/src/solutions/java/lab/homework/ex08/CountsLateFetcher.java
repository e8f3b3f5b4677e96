package lab.homework.ex08;

/** Wrong: looks when it hands a page out, and counts it only when a thread begins with it. */
final class CountsLateFetcher<H> extends RightPoliteFetcher<H> {

  @Override
  synchronized void handOut(H host) {
    // Counted in begin.
  }

  @Override
  synchronized void begin(H host, int perHost) {
    count(host, 1);
  }
}
