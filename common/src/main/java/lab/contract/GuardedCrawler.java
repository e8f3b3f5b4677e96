package lab.contract;

import java.util.concurrent.Callable;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;

/** The crawler under test. Each of its methods fails, and tells where its threads are, if it does not end. */
final class GuardedCrawler implements AutoCloseable {
  private final HangGuard guard;
  private final Crawler crawler;

  GuardedCrawler(HangGuard guard, Callable<Crawler> factory) {
    this.guard = guard;
    this.crawler = guard.call("newCrawler()", factory);
  }

  /**
   * How a crawl ended.
   *
   * @param interrupted the calling thread's interrupt status when {@code crawl()} had returned
   */
  record Ended(CrawlResult result, boolean interrupted) {}

  CrawlResult crawl() {
    return crawl(CrawlListener.NONE);
  }

  CrawlResult crawl(CrawlListener listener) {
    return start(listener).result().result();
  }

  /** Begins a crawl, so that it can be interrupted. */
  HangGuard.Running<Ended> start(CrawlListener listener) {
    return guard.start("crawl()", () -> crawlNow(listener));
  }

  /** Begins a crawl on a thread that is interrupted already. */
  HangGuard.Running<Ended> startInterrupted() {
    return guard.start("crawl() of an interrupted thread", () -> {
      Thread.currentThread().interrupt();
      return crawlNow(CrawlListener.NONE);
    });
  }

  private Ended crawlNow(CrawlListener listener) {
    CrawlResult result = crawler.crawl(listener);
    return new Ended(result, Thread.currentThread().isInterrupted());
  }

  @Override
  public void close() {
    guard.call("close()", () -> {
      crawler.close();
      return null;
    });
  }
}
