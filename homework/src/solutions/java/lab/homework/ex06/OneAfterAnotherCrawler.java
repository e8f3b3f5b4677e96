package lab.homework.ex06;

/** Wrong: with one thread nothing goes wrong, and nothing overlaps. */
final class OneAfterAnotherCrawler<P> extends RightOnceCrawler<P> {

  @Override
  int width(int threads) {
    return 1;
  }
}
