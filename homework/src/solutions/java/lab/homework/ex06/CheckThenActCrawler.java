package lab.homework.ex06;

/** Wrong: the set is made for threads, but to look and to note are two steps. */
final class CheckThenActCrawler<P> extends RightOnceCrawler<P> {

  @Override
  boolean isNew(P page) {
    if (seen().contains(page)) {
      return false;
    }
    seen().add(page);
    return true;
  }
}
