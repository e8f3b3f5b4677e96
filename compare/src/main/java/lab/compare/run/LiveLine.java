package lab.compare.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lab.crawl.cli.Terminal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What goes on just now, on a live line of the terminal with the time that has passed; nothing if nobody watches. */
public final class LiveLine implements AutoCloseable {
  private final Optional<ProgressBar> bar;
  /** When it began, where time is what it goes by. */
  private final Optional<Instant> begin;

  private LiveLine(boolean quiet, int steps, Optional<Instant> begin) {
    this.bar = quiet || !Terminal.isInteractive() ? Optional.empty() : Optional.of(bar(steps));
    this.begin = begin;
  }

  /**
   * Begins a line that goes by the time: whenever something is said, it shows how much of the time has passed.
   *
   * @param about how long it may take; above a second
   */
  public static LiveLine about(boolean quiet, Duration about) {
    return new LiveLine(quiet, (int) about.toSeconds(), Optional.of(Instant.now()));
  }

  /**
   * Begins the line.
   *
   * @param steps how many steps there will be
   */
  public LiveLine(boolean quiet, int steps) {
    this(quiet, steps, Optional.empty());
  }

  /** A bar that fits a line of 80 characters, shows a message, and leaves nothing behind. */
  static ProgressBar bar(int steps) {
    return new ProgressBarBuilder()
        // Short, because the extra message is what counts, and a line of a terminal has 80 characters.
        .setTaskName("")
        .setStyle(ProgressBarStyle.ASCII)
        .setInitialMax(steps)
        .continuousUpdate()
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .build();
  }

  /** Says what goes on. */
  public void says(String what) {
    bar.ifPresent(shown -> {
      shown.setExtraMessage(" " + what);
      // Never full before it is over.
      begin.ifPresent(from -> shown.stepTo(Math.min(Duration.between(from, Instant.now()).toSeconds(), shown.getMax() - 1)));
    });
  }

  /** One step is done. */
  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  /** Takes the line off the terminal. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
