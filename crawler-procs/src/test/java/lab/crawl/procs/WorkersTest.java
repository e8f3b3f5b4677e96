package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What the tests of a crawl by worker processes share: a site, and the processes that there are. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
abstract class WorkersTest {
  final TestSite site = new TestSite();

  @AfterEach
  void nothingIsLeft() {
    site.close();
    System.clearProperty(WorkerCommand.PROPERTY);
    assertThat(workers()).isEmpty();
  }

  CrawlPlan.Builder plan() {
    return CrawlPlan.of(site.url("/"));
  }

  static CrawlResult crawl(CrawlPlan.Builder plan) {
    try (ProcsCrawler crawler = new ProcsCrawler(plan.build())) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  static CrawlResult sequential(CrawlPlan plan) throws InterruptedException {
    Frontier frontier = new Frontier(plan, CrawlListener.NONE);
    PageProcessor processor = new PageProcessor(plan);
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      while (frontier.next() instanceof Next.Url(HttpUrl url)) {
        frontier.record(processor.process(url, fetcher.fetch(url)));
      }
    }
    return frontier.result();
  }

  CrawlPlan.Builder mixedSite() {
    site.page("/", "/a#top", "/b/", "b/../a", "/moved", "/gone", "/deep/1", "mailto:me@example.org", "http://other.example/");
    site.page("/a", "/").page("/b/", "c?q=ü", "../a").page("/b/c").page("/deep/1", "2").page("/deep/2", "3").page("/deep/3");
    site.on("/moved", exchange -> {
      exchange.getResponseHeaders().set("Location", "/b/");
      site.reply(exchange, 302, "text/plain", "moved");
    });
    return plan().maxDepth(2);
  }

  void fan(int pages) {
    String[] links = Stream.iterate(0, i -> i + 1).limit(pages).map(i -> "/" + i).toArray(String[]::new);
    site.page("/", links);
    for (String link : links) {
      site.page(link);
    }
  }

  static Set<Long> workers() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** Only that one: whoever is just being started is still a helper of the JDK's, without which the start fails. */
  static void killTheFirst() {
    ProcessHandle.current().children()
        .min(Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
        .orElseThrow()
        .destroyForcibly();
  }

  static void killAll() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }

  static void run(String... command) throws IOException {
    new ProcessBuilder(command).inheritIO().start().onExit().join();
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      // The site is closed.
      Thread.currentThread().interrupt();
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static boolean onPath(String command) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
