package lab.crawl.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import org.junit.jupiter.api.BeforeAll;

/** One event loop keeps the contract, and gives every buffer back. */
class AsyncContractTest extends CrawlerContract {
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void watchBuffers() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + records));
  }

  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return AsyncCrawler.onLoop(plan);
  }

  /** Netty notices a lost buffer when the garbage collector has met it and another buffer is made. */
  @Override
  protected void assertNothingLeaked() {
    System.gc();
    ByteBufAllocator.DEFAULT.buffer().release();
    assertThat(LEAKS).as("buffers that were never released, this rule or an earlier one").isEmpty();
  }
}
