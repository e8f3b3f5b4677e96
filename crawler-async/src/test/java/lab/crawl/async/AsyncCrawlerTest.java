package lab.crawl.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Variant;
import lab.crawl.Visit;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is this design's own: the loop, its threads, and how a crawl on it ends. */
class AsyncCrawlerTest {

  static Stream<Arguments> crawlers() {
    return Stream.of(
        Arguments.argumentSet("on the loop", (Function<CrawlPlan, Crawler>) AsyncCrawler::onLoop),
        Arguments.argumentSet("offloading", (Function<CrawlPlan, Crawler>) AsyncCrawler::offloading));
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void findsWhatOneThreadFinds(Function<CrawlPlan, Crawler> factory) throws Exception {
    try (ScriptedServer server = new ScriptedServer(smallSite())) {
      CrawlPlan plan = server.plan().concurrency(4).build();
      CrawlResult expected = crawledByHand(plan);
      assertThat(expected.visits()).hasSize(6);
      try (Crawler crawler = factory.apply(plan)) {
        for (int crawl = 0; crawl < 3; crawl++) {
          CrawlResult result = crawler.crawl(CrawlListener.NONE);
          assertThat(result.complete()).isTrue();
          assertThat(result.manifest()).isEqualTo(expected.manifest());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void neverHasMoreConnectionsThanThePlanIsWide(Function<CrawlPlan, Crawler> factory) throws Exception {
    try (ScriptedServer server = new ScriptedServer(treeOf(300))) {
      CrawlPlan plan = server.plan().concurrency(7).build();
      try (Crawler crawler = factory.apply(plan)) {
        assertThat(crawler.crawl(CrawlListener.NONE).count(Visit.Saved.class)).isEqualTo(300);
        assertThat(crawler.crawl(CrawlListener.NONE).count(Visit.Saved.class)).isEqualTo(300);
      }
      assertThat(server.accepted()).isBetween(2, 7);
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void aBugEndsTheCrawlWithItsStackTrace(Function<CrawlPlan, Crawler> factory) throws Exception {
    IllegalStateException bug = new IllegalStateException("a bug");
    CrawlListener buggy = new CrawlListener() {
      @Override
      public void visited(Visit visit, int visited, int known) {
        throw bug;
      }
    };
    try (ScriptedServer server = new ScriptedServer(treeOf(20));
        Crawler crawler = factory.apply(server.plan().build())) {
      assertThatThrownBy(() -> crawler.crawl(buggy)).isInstanceOf(CrawlBugException.class).hasCause(bug);
      await().until(() -> server.open() == 0);
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void aBugInTheProcessingEndsTheCrawl(Function<CrawlPlan, Crawler> factory, @TempDir Path folder) throws Exception {
    // A page can't be stored where a file is: no input or output of the crawl, so no failed page.
    Path file = Files.createFile(folder.resolve("file"));
    try (ScriptedServer server = new ScriptedServer(treeOf(20));
        Crawler crawler = factory.apply(server.plan().out(file.resolve("below")).build())) {
      assertThatThrownBy(() -> crawler.crawl(CrawlListener.NONE))
          .isInstanceOf(CrawlBugException.class)
          .cause().hasStackTraceContaining("SiteFolder");
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void anInterruptStopsTheCrawlAtOnce(Function<CrawlPlan, Crawler> factory) throws Exception {
    CountDownLatch asked = new CountDownLatch(4);
    ScriptedServer.Script script = talk -> {
      for (String target = talk.target(); target != null; target = talk.target()) {
        if (target.equals("/")) {
          talk.send(ScriptedServer.page("<a href=1>1</a><a href=2>2</a><a href=3>3</a><a href=4>4</a><a href=5>5</a>"));
        } else {
          asked.countDown();
          talk.awaitClientClose();
        }
      }
    };
    try (ScriptedServer server = new ScriptedServer(script)) {
      Crawler crawler = factory.apply(server.plan().concurrency(4).retries(9).build());
      AtomicReference<CrawlResult> result = new AtomicReference<>();
      AtomicBoolean stillInterrupted = new AtomicBoolean();
      Thread caller = Thread.ofPlatform().start(() -> {
        result.set(crawler.crawl(CrawlListener.NONE));
        stillInterrupted.set(Thread.currentThread().isInterrupted());
        crawler.close();
      });
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      assertThat(caller.join(java.time.Duration.ofSeconds(60))).isTrue();
      assertThat(result.get().complete()).isFalse();
      assertThat(result.get().visits()).singleElement().isInstanceOf(Visit.Saved.class);
      assertThat(stillInterrupted).isTrue();
      await().until(() -> server.open() == 0);
      assertThat(server.requests()).hasSize(5);
      awaitNoThreads();
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void closingLeavesNoThreadAndNoConnection(Function<CrawlPlan, Crawler> factory) throws Exception {
    try (ScriptedServer server = new ScriptedServer(treeOf(50))) {
      Crawler crawler = factory.apply(server.plan().build());
      crawler.crawl(CrawlListener.NONE);
      crawler.close();
      crawler.close();
      await().until(() -> server.open() == 0);
      awaitNoThreads();
    }
  }

  @ParameterizedTest
  @MethodSource("crawlers")
  void aCrawlerThatNeverCrawledCanBeClosed(Function<CrawlPlan, Crawler> factory) {
    factory.apply(CrawlPlan.of("http://127.0.0.1:1/").build()).close();
    awaitNoThreads();
  }

  @Test
  void bothVariantsAreFound() {
    assertThat(ServiceLoader.load(Variant.class)).extracting(Variant::name).contains("async", "async-offload");
  }

  private static void awaitNoThreads() {
    await().untilAsserted(() ->
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(n -> n.startsWith("crawler-")));
  }

  private static CrawlResult crawledByHand(CrawlPlan plan) throws InterruptedException {
    Frontier frontier = new Frontier(plan, CrawlListener.NONE);
    PageProcessor processor = new PageProcessor(plan);
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      while (frontier.next() instanceof Next.Url(HttpUrl url)) {
        frontier.record(processor.process(url, fetcher.fetch(url)));
      }
    }
    return frontier.result();
  }

  private static ScriptedServer.Script smallSite() {
    Map<String, String> site = Map.of(
        "/", ScriptedServer.page("<a href=a>a</a><a href=/moved>m</a><a href=gone>g</a><a href=lost>l</a>"),
        "/a", ScriptedServer.page("<a href=/>home</a><img src=b>"),
        "/b", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n3\r\npng\r\n0\r\n\r\n",
        "/moved", "HTTP/1.1 301 Moved\r\nLocation: /a#top\r\nContent-Length: 0\r\n\r\n",
        "/lost", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nlost");
    return talk -> {
      for (String target = talk.target(); target != null; target = talk.target()) {
        talk.send(site.getOrDefault(target, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone"));
        if (target.equals("/lost")) {
          return;
        }
      }
    };
  }

  /** Page n links to pages 2n + 1 and 2n + 2, as far as there are any. */
  private static ScriptedServer.Script treeOf(int pages) {
    return talk -> {
      for (String target = talk.target(); target != null; target = talk.target()) {
        int n = target.equals("/") ? 0 : Integer.parseInt(target.substring(1));
        StringBuilder links = new StringBuilder();
        for (int child = 2 * n + 1; child <= Math.min(2 * n + 2, pages - 1); child++) {
          links.append("<a href=/").append(child).append(">x</a>");
        }
        talk.send(ScriptedServer.page(links.toString()));
      }
    };
  }
}
