package lab.crawl;

/**
 * One way to crawl a site. Everything but <em>who waits and who works</em> is shared, so that two implementations lie
 * side by side and their difference is the lesson.
 *
 * <p>A crawler is made for one {@link CrawlPlan} and owns what it waits and works with (threads, an event loop, worker
 * processes, connections) from its first crawl until {@link #close()}. It may crawl its plan several times, one crawl
 * after another: the first is <em>cold</em>, the later ones <em>warm</em>.
 */
public interface Crawler extends AutoCloseable {

  /**
   * Visits every URL that can be reached from the plan's seed within its scope, each one once, and returns when all are
   * visited. The result does not depend on the schedule.
   *
   * <p>When the calling thread is interrupted the crawl stops at once: it returns what was visited so far, marked as not
   * complete, and leaves the thread's interrupt status set.
   *
   * <p>Only input and output fail pages. A bug (anything else that is thrown while a page is visited) ends the crawl and
   * comes out of this method with its stack trace.
   *
   * @param listener is told of every page as it is begun and visited, one call at a time; never null
   * @return what was visited; never null
   */
  CrawlResult crawl(CrawlListener listener);

  /** Ends all threads, loops, processes and connections of this crawler. Idempotent; waits for nothing queued. */
  @Override
  void close();
}
