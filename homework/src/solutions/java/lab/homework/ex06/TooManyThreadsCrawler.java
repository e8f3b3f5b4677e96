package lab.homework.ex06;

/** Wrong: as many threads as it likes. */
final class TooManyThreadsCrawler<P> extends RightOnceCrawler<P> {

  @Override
  int width(int threads) {
    return 2 * threads;
  }
}
