package lab.crawl.cli;

import lab.crawl.CrawlListener;
import lab.crawl.Visit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress of a crawl on the terminal: how many pages are visited, of how many known by now. */
final class Progress implements CrawlListener, AutoCloseable {
  private final ProgressBar bar;

  /** Begins to show progress on standard error. */
  Progress(String task) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" pages", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void visited(Visit visit, int visited, int known) {
    bar.maxHint(known);
    bar.stepTo(visited);
  }

  /** Takes the bar off the terminal. */
  @Override
  public void close() {
    bar.close();
  }
}
