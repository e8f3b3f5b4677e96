package lab.crawl.measure;

import java.time.Duration;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;

/**
 * A crawl, with what it took. This is the one place where a crawl is timed.
 *
 * @param result what it came to
 * @param elapsed from the call to its return
 * @param clientCpu CPU time of this process and its workers meanwhile; the practice site has none of it
 */
public record MeasuredCrawl(CrawlResult result, Duration elapsed, Duration clientCpu) {

  /**
   * Crawls once, on the calling thread.
   *
   * @param client whose CPU time counts; its root is this process
   */
  public static MeasuredCrawl of(Crawler crawler, CrawlListener listener, ClientProcesses client) {
    Duration cpuBefore = client.cpuTime();
    long begin = System.nanoTime();
    CrawlResult result = crawler.crawl(listener);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new MeasuredCrawl(result, elapsed, client.cpuTime().minus(cpuBefore));
  }

  /** CPU seconds ÷ elapsed, in per cent: 100 is one core busy all the time. */
  public double utilisationPercent() {
    return 100.0 * clientCpu.toNanos() / elapsed.toNanos();
  }
}
