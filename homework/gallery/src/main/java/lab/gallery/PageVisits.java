package lab.gallery;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.Lane;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/** Visits pages of a plan, each on the thread that asks for it, which waits and works. Any number of threads may ask at a time. */
final class PageVisits implements AutoCloseable {
  private final BlockingFetcher fetcher;
  private final PageProcessor processor;

  PageVisits(CrawlPlan plan) {
    this.fetcher = new BlockingFetcher(plan);
    this.processor = new PageProcessor(plan);
  }

  /** Fetches a page and works on it. */
  Visited visit(HttpUrl url, CrawlListener listener) throws InterruptedException {
    Lane lane = listener.lane();
    return processor.process(url, fetcher.fetch(url, lane), lane);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
