package lab.lecture.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Visit;
import lab.crawl.async.AsyncCrawler;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop that waits for replies itself finds the same and ends as it should: only nothing overlaps. */
@Timeout(120)
class BlockingLoopTest {
  private static final int WIDTH = 8;

  @Test
  void oneRequestIsInFlightWhereTheLoopThatDoesNotWaitHasMany() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:30").withLatency("20ms"))) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build();

      CrawlResult overlapped = crawled(AsyncCrawler.onLoop(plan));
      assertThat(site.counts().peakInFlight()).as("in flight together, when the loop does not wait").isBetween(2, WIDTH);

      site.reset();
      CrawlResult blocked = crawled(blockingLoop(plan));
      assertThat(site.counts().peakInFlight()).as("in flight together, when the loop waits").isEqualTo(1);

      assertThat(blocked.complete()).isTrue();
      assertThat(blocked.manifest()).isEqualTo(overlapped.manifest());
    }
  }

  @Test
  void pagesThatComeOnlyTogetherNeverCome() {
    SiteOptions together = SiteOptions.of("rendezvous:2").withRendezvousTimeout(Duration.ofMillis(100));
    try (PracticeSite site = PracticeSite.start(together)) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(2).retries(0).build();

      assertThat(crawled(blockingLoop(plan)).count(Visit.Failed.class)).isEqualTo(2);
    }
  }

  @Test
  void findsTheSameOnASiteWithEveryOddity() {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("synthetic:60"));
        Crawler crawler = blockingLoop(CrawlPlan.of(site.url().toString()).concurrency(WIDTH).build())) {
      CrawlResult honest = crawled(AsyncCrawler.onLoop(CrawlPlan.of(site.url().toString()).build()));

      assertThat(crawler.crawl(CrawlListener.NONE).manifest()).isEqualTo(honest.manifest());
      assertThat(crawler.crawl(CrawlListener.NONE).manifest()).as("a second time").isEqualTo(honest.manifest());
    }
  }

  @Test
  void anInterruptEndsTheCallThatTheLoopIsBlockedIn() throws Exception {
    try (HoldingServer server = new HoldingServer("<a href=1>1</a><a href=2>2</a>")) {
      Crawler crawler = blockingLoop(CrawlPlan.of(server.url()).concurrency(WIDTH).retries(9).build());
      AtomicReference<CrawlResult> result = new AtomicReference<>();
      AtomicBoolean stillInterrupted = new AtomicBoolean();
      Thread caller = Thread.ofPlatform().start(() -> {
        result.set(crawler.crawl(CrawlListener.NONE));
        stillInterrupted.set(Thread.currentThread().isInterrupted());
        crawler.close();
      });
      assertThat(server.holds.await(60, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(60))).isTrue();

      assertThat(result.get().complete()).isFalse();
      assertThat(result.get().visits()).singleElement().isInstanceOf(Visit.Saved.class);
      assertThat(stillInterrupted).isTrue();
      assertThat(server.requests).as("no further page is asked for").hasValue(2);
      await().until(() -> server.open.get() == 0);
      awaitNoLoop();
    }
  }

  @Test
  void aBugEndsTheCrawl() {
    IllegalStateException bug = new IllegalStateException("a bug");
    CrawlListener buggy = new CrawlListener() {
      @Override
      public void visited(Visit visit, int visited, int known) {
        throw bug;
      }
    };
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:10"));
        Crawler crawler = blockingLoop(CrawlPlan.of(site.url().toString()).build())) {
      assertThatThrownBy(() -> crawler.crawl(buggy)).isInstanceOf(CrawlBugException.class).hasCause(bug);
    }
    awaitNoLoop();
  }

  @Test
  void canBeClosedTwiceAndUnused() {
    Crawler crawler = blockingLoop(CrawlPlan.of("http://127.0.0.1:1/").build());
    crawler.close();
    crawler.close();
    awaitNoLoop();
  }

  private static Crawler blockingLoop(CrawlPlan plan) {
    return AsyncCrawler.fetchingBy(plan, new BlockingCalls(plan));
  }

  private static CrawlResult crawled(Crawler crawler) {
    try (crawler) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  private static void awaitNoLoop() {
    await().untilAsserted(() ->
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("crawler-loop"));
  }

  /**
   * Has a page at its root and answers no other request, but sees when the client closes the connection. A practice site can't
   * see that while it owes a reply.
   */
  private static final class HoldingServer implements AutoCloseable {
    final CountDownLatch holds = new CountDownLatch(1);
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final String root;

    HoldingServer(String body) throws IOException {
      root = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
      Thread.ofPlatform().daemon().name("holding-server").start(this::acceptAll);
    }

    String url() {
      return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void acceptAll() {
      try {
        while (true) {
          Socket connection = server.accept();
          open.incrementAndGet();
          Thread.ofVirtual().start(() -> serve(connection));
        }
      } catch (IOException e) {
        // The test is over.
      }
    }

    private void serve(Socket connection) {
      try (connection) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (line.startsWith("GET / ")) {
            requests.incrementAndGet();
            connection.getOutputStream().write(root.getBytes(StandardCharsets.ISO_8859_1));
          } else if (line.startsWith("GET ")) {
            requests.incrementAndGet();
            holds.countDown();
          }
        }
      } catch (IOException e) {
        // The client left with a reset, which is as good.
      } finally {
        open.decrementAndGet();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
