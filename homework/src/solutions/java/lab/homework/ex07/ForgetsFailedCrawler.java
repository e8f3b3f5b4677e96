package lab.homework.ex07;

/** Wrong: a page that fails stays counted as being visited. */
final class ForgetsFailedCrawler extends RightEndingCrawler {

  @Override
  synchronized void failed(String url) {
    noteFailure(url);
  }
}
