package lab.homework.ex13;

import java.util.concurrent.ExecutorService;

/** Wrong: it sets a flag, which no thread looks at that waits for a reply. */
final class OnlyAFlagCrawler extends RightResumableCrawler {

  @Override
  void interrupt(ExecutorService workers) {
    // That is the mistake: nobody wakes them.
  }
}
