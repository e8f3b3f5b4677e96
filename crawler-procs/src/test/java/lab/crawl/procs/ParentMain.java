package lab.crawl.procs;

import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;

/** A parent to be killed: crawls the URL it is given. */
final class ParentMain {
  private ParentMain() {}

  public static void main(String[] args) {
    try (ProcsCrawler crawler = new ProcsCrawler(CrawlPlan.of(args[0]).concurrency(2).build())) {
      crawler.crawl(CrawlListener.NONE);
    }
  }
}
