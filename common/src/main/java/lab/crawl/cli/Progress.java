package lab.crawl.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlListener;
import lab.crawl.Visit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells a person how far a crawl is, on standard error: a bar on a terminal, elsewhere a line now and then; and which pages failed, as far
 * as the first few.
 *
 * <p>The listener's calls come one at a time; what the timer's thread reads is volatile.
 */
final class Progress implements CrawlListener, AutoCloseable {
  private static final int PERIOD_SECONDS = 30;
  private static final int FAILURES_TOLD = 10;
  /** To the line's beginning, and erases it: the bar comes again by itself (ECMA-48, 8.3.41). */
  private static final String ERASE_LINE = "\r\033[K";

  private final String task;
  private final PrintStream out;
  private final Optional<ProgressBar> bar;
  private final ScheduledExecutorService timer;
  private volatile int visited;
  private volatile int known = 1;
  private volatile int failed;

  private Progress(String task, PrintStream out, Optional<ProgressBar> bar, long periodMillis) {
    this.task = task;
    this.out = out;
    this.bar = bar;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());
    if (bar.isEmpty()) {
      timer.scheduleWithFixedDelay(this::tell, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }
  }

  /** Begins to show progress as fits where standard error goes. */
  static Progress of(String task) {
    return Terminal.isInteractive() ? onTerminal(task) : inLines(task, System.err, 1000 * PERIOD_SECONDS);
  }

  /** A line every so often. */
  static Progress inLines(String task, PrintStream out, long periodMillis) {
    return new Progress(task, out, Optional.empty(), periodMillis);
  }

  private static Progress onTerminal(String task) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" pages", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .build();
    return new Progress(task, System.err, Optional.of(bar), 0);
  }

  private void tell() {
    out.println(task + ": " + visited + " of " + Counted.of(known, "page") + " known by now, " + failed + " failed");
  }

  @Override
  public void visited(Visit visit, int nowVisited, int nowKnown) {
    visited = nowVisited;
    known = nowKnown;
    bar.ifPresent(shown -> shown.maxHint(nowKnown).stepTo(nowVisited));
    // Of a crawl that fails at its seed the command itself says so.
    if (visit instanceof Visit.Failed failure && nowKnown > 1) {
      tellFailure(failure, failed + 1);
    }
  }

  private void tellFailure(Visit.Failed failure, int count) {
    failed = count;
    if (count <= FAILURES_TOLD) {
      out.println((bar.isPresent() ? ERASE_LINE : "") + "failed: " + failure.url() + ": " + failure.detail());
    }
    if (count == FAILURES_TOLD) {
      out.println("(further failures are counted only)");
    }
  }

  /** Takes the bar off the terminal. */
  @Override
  public void close() {
    timer.shutdownNow();
    bar.ifPresent(ProgressBar::close);
  }
}
