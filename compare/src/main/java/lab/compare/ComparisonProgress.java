package lab.compare;

import java.util.Optional;
import lab.crawl.cli.Terminal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Which crawl of a comparison runs just now, on the terminal; nothing if nobody watches. */
final class ComparisonProgress implements AutoCloseable {
  private final Optional<ProgressBar> bar;

  /** Begins to show progress. */
  ComparisonProgress(boolean quiet, int crawls) {
    this.bar = quiet || !Terminal.isInteractive() ? Optional.empty() : Optional.of(bar(crawls));
  }

  private static ProgressBar bar(int crawls) {
    return new ProgressBarBuilder()
        .setTaskName("compare")
        .setUnit(" crawls", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setInitialMax(crawls)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .build();
  }

  /** The crawl of that name begins. */
  void begun(String crawl) {
    bar.ifPresent(shown -> shown.setExtraMessage(crawl));
  }

  /** The crawl that began last is over. */
  void ended() {
    bar.ifPresent(ProgressBar::step);
  }

  /** Takes the bar off the terminal. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
