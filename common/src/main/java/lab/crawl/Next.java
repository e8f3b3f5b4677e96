package lab.crawl;

import java.time.Duration;
import okhttp3.HttpUrl;

/** What the {@link Frontier} answers whoever is free and asks for the next page. */
public sealed interface Next {
  /** Pages may become known when one that is out comes back: ask again then. */
  Next NOTHING_YET = new NothingYet();

  /** There is nothing to do and there won't be: the crawl has ended. */
  Next OVER = new Over();

  /**
   * A page to visit now. It must come back, by {@link Frontier#record} or {@link Frontier#putBack}.
   *
   * @param url what to ask for
   */
  record Url(HttpUrl url) implements Next {}

  /**
   * Pages wait, but none may be asked for before a moment: ask again then, or when a page that is out comes back.
   *
   * @param nanoTime the moment, as {@link System#nanoTime()} counts
   */
  record NotBefore(long nanoTime) implements Next {
    /** The time until then; never negative. */
    public Duration fromNow() {
      return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
  }

  /** See {@link #NOTHING_YET}. */
  record NothingYet() implements Next {}

  /** See {@link #OVER}. */
  record Over() implements Next {}
}
