package lab.crawl.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;

/**
 * A crawl, with what it took. This is the one place where a crawl is timed.
 *
 * @param result what it came to
 * @param begunAt when it began
 * @param elapsed from the call to its return
 * @param clientCpu CPU time of this process and its workers meanwhile; the practice site has none of it
 * @param overhead the part of it that the JVMs took for themselves
 * @param heapLeft what the last collections left in the heaps of this process and its workers, in bytes; empty if nobody knows
 * @param crawlerThreads how many platform threads the variant had for itself when it was over, beside the one that called it
 * @param recording who was at what when, if that was recorded
 */
public record MeasuredCrawl(
    CrawlResult result,
    Instant begunAt,
    Duration elapsed,
    Duration clientCpu,
    JvmOverhead overhead,
    Optional<Long> heapLeft,
    int crawlerThreads,
    Optional<Recording> recording) {

  /**
   * Crawls once, on the calling thread.
   *
   * @param client whose CPU time counts; its root is this process
   */
  public static MeasuredCrawl of(Crawler crawler, CrawlListener listener, ClientProcesses client) {
    return measure(crawler, listener, client).crawl();
  }

  /** The same, and records it. */
  public static MeasuredCrawl recorded(Crawler crawler, CrawlListener listener, ClientProcesses client) {
    Recorder recorder = new Recorder(listener);
    Measured measured;
    try {
      measured = measure(crawler, recorder, client);
    } finally {
      recorder.carriers();
    }
    MeasuredCrawl crawl = measured.crawl;
    Timeline timeline = Timeline.of(recorder, measured.begin, crawl.elapsed, Anchor.now());
    return new MeasuredCrawl(
        crawl.result, crawl.begunAt, crawl.elapsed, crawl.clientCpu, crawl.overhead, crawl.heapLeft, crawl.crawlerThreads,
        Optional.of(Recording.of(timeline, recorder)));
  }

  private static Measured measure(Crawler crawler, CrawlListener listener, ClientProcesses client) {
    FlightCrawl flight = FlightCrawl.begin();
    JvmOverhead overheadBefore = client.overhead();
    Duration cpuBefore = client.cpuTime();
    Instant begunAt = Instant.now();
    long begin = System.nanoTime();
    CrawlResult result = crawler.crawl(listener);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    Duration cpu = client.cpuTime().minus(cpuBefore);
    JvmOverhead overhead = client.overhead().since(overheadBefore);
    flight.end(result);
    return new Measured(
        begin, new MeasuredCrawl(result, begunAt, elapsed, cpu, overhead, client.heapLeft(), CrawlerThreads.alive(), Optional.empty()));
  }

  /** A crawl with its begin, in this JVM's nanoseconds. */
  private record Measured(long begin, MeasuredCrawl crawl) {}

  /** CPU seconds ÷ elapsed, in per cent: 100 is one core busy all the time. */
  public double utilisationPercent() {
    return 100.0 * clientCpu.toNanos() / elapsed.toNanos();
  }
}
