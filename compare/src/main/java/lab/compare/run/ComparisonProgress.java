package lab.compare.run;

import java.util.Locale;
import java.util.Optional;
import lab.crawl.cli.Terminal;
import lab.fixtures.PracticeSite;
import me.tongfei.progressbar.ProgressBar;

/**
 * Which crawl runs just now and how far it has come, on a live line of the terminal; nothing if nobody watches. While
 * JVMs warm up, several threads tell of their crawls: this object's monitor guards its fields.
 */
public final class ComparisonProgress implements AutoCloseable {
  private final Optional<ProgressBar> bar;
  private final Optional<PracticeSite> site;
  private String crawl = "";
  private long begin;

  /**
   * Begins to show progress.
   *
   * @param crawls how many there will be
   * @param site knows how many requests are in flight
   */
  public ComparisonProgress(boolean quiet, int crawls, Optional<PracticeSite> site) {
    this.bar = quiet || !Terminal.isInteractive() ? Optional.empty() : Optional.of(LiveLine.bar(crawls));
    this.site = site;
  }

  /** Whether anybody sees this. */
  boolean isShown() {
    return bar.isPresent();
  }

  /** The crawl of that name begins. */
  public synchronized void begun(String name) {
    crawl = name;
    begin = System.nanoTime();
    bar.ifPresent(shown -> shown.setExtraMessage(" " + name));
  }

  /** The crawl that began last has come so far. */
  synchronized void pages(PagesDone pages) {
    String inFlight = site.map(known -> ", " + known.inFlight() + " in flight").orElse("");
    double seconds = (System.nanoTime() - begin) / 1e9;
    bar.ifPresent(shown -> shown.setExtraMessage(String.format(Locale.ROOT,
        " %s: %.1f s, %d/%d pages%s", crawl, seconds, pages.visited(), pages.known(), inFlight)));
  }

  /** The crawl that began last is over. */
  synchronized void ended() {
    bar.ifPresent(ProgressBar::step);
  }

  /** That many crawls are done already. */
  void skipped(int crawls) {
    bar.ifPresent(shown -> shown.stepBy(crawls));
  }

  /** Takes the line off the terminal. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
