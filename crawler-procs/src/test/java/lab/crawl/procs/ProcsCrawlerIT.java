package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crawl by worker processes finds, and how it ends. */
class ProcsCrawlerIT extends WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void findsWhatTheSequentialVisitFinds(int width) throws InterruptedException {
    CrawlPlan plan = mixedSite().concurrency(width).build();
    try (ProcsCrawler crawler = new ProcsCrawler(plan)) {
      CrawlResult result = crawler.crawl(CrawlListener.NONE);
      assertThat(result.isComparable()).isTrue();
      assertThat(result.manifest()).isEqualTo(sequential(plan).manifest());
    }
  }

  @Test
  void neverHasMoreFetchesInFlightThanThePlanIsWide() {
    fan(9);
    assertThat(crawl(plan().concurrency(2)).count(Visit.Saved.class)).isEqualTo(10);
    assertThat(site.peakInFlight()).isBetween(1, 2);
  }

  @Test
  void hasAsManyFetchesInFlightAsThePlanIsWide() {
    CountDownLatch allThere = new CountDownLatch(3);
    site.page("/", "/0", "/1", "/2");
    for (int i = 0; i < 3; i++) {
      site.on("/" + i, exchange -> {
        allThere.countDown();
        await(allThere);
        site.reply(exchange, 200, "text/plain", "all are there");
      });
    }
    assertThat(crawl(plan().concurrency(3)).count(Visit.Saved.class)).isEqualTo(4);
    assertThat(site.peakInFlight()).isEqualTo(3);
  }

  @Test
  void startsNoMoreWorkersThanThereArePages() {
    site.page("/");
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(5).build())) {
      crawler.crawl(CrawlListener.NONE);
      assertThat(workers()).hasSize(1);
    }
  }

  @Test
  void aWarmCrawlFindsTheWorkersReady() {
    fan(3);
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(1).build())) {
      CrawlResult cold = crawler.crawl(CrawlListener.NONE);
      Set<Long> pids = workers();
      assertThat(crawler.crawl(CrawlListener.NONE)).isEqualTo(cold);
      assertThat(workers()).isEqualTo(pids).hasSize(1);
    }
  }

  @Test
  void anInterruptStopsAtOnceAndKeepsWhatIsDone() {
    Thread crawling = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    site.page("/", "/a", "/b");
    for (String path : List.of("/a", "/b")) {
      site.on(path, _ -> {
        crawling.interrupt();
        await(over);
      });
    }
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(2).build())) {
      CrawlResult result = crawler.crawl(CrawlListener.NONE);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(workers()).isEmpty();
      assertThat(result.complete()).isFalse();
      assertThat(result.count(Visit.Saved.class)).isEqualTo(1);
    } finally {
      over.countDown();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whatAnAbortedCrawlLeftDoesNotReachTheNext() {
    fan(4);
    AtomicInteger visited = new AtomicInteger();
    CrawlListener breaksOnce = new CrawlListener() {
      @Override
      public void visited(Visit visit, int count, int known) {
        if (visited.incrementAndGet() == 2) {
          throw new IllegalStateException("a listener with a bug");
        }
      }
    };
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(2).build())) {
      assertThatThrownBy(() -> crawler.crawl(breaksOnce)).hasRootCauseMessage("a listener with a bug");
      assertThat(workers()).isEmpty();
      assertThat(crawler.crawl(CrawlListener.NONE).count(Visit.Saved.class)).isEqualTo(5);
    }
  }

  @Test
  void closesTwiceAndWhileInterrupted() {
    site.page("/");
    ProcsCrawler crawler = new ProcsCrawler(plan().build());
    crawler.close();
    crawler.crawl(CrawlListener.NONE);
    Thread.currentThread().interrupt();
    crawler.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(workers()).isEmpty();
    crawler.close();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("crawler-"));
  }

  @Test
  void workersWriteTheSite(@TempDir Path folder) throws IOException {
    site.page("/", "/a.html").page("/a.html");
    crawl(plan().out(folder.resolve("mirror")));
    // As they came: the copy is made of them when the crawl is over.
    assertThat(folder.resolve("mirror/index.html.orig")).hasContent(TestSite.html("/a.html"));
    assertThat(folder.resolve("mirror/a.html.orig")).hasContent(TestSite.html());
  }

  @Test
  void whatCannotBeWrittenEndsTheCrawlWithOneLine(@TempDir Path folder) throws IOException {
    site.page("/");
    Path inTheWay = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> crawl(plan().out(inTheWay)))
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + inTheWay.resolve("index.html"));
  }

  @Test
  void aWorkerInPythonFindsTheSame() throws InterruptedException {
    assumeThat(onPath("python3")).as("python3 is on the PATH").isTrue();
    System.setProperty(WorkerCommand.PROPERTY, "python3 examples/worker.py");
    CrawlPlan plan = mixedSite().concurrency(2).build();
    try (ProcsCrawler crawler = new ProcsCrawler(plan)) {
      assertThat(crawler.crawl(CrawlListener.NONE).manifest()).isEqualTo(sequential(plan).manifest());
    }
  }
}
