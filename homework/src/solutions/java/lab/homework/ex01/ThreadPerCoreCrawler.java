package lab.homework.ex01;

/** Wrong: a thread for each core is a rule for those that compute, and nobody asked for it. */
final class ThreadPerCoreCrawler extends RightPoolCrawler {

  @Override
  int threads(int width) {
    return Runtime.getRuntime().availableProcessors();
  }
}
