package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.FetchSettings;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Politeness;
import lab.crawl.Scope;
import lab.crawl.Visit;
import lab.crawl.WorkSettings;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProcsCrawlerIT {
  private final TestSite site = new TestSite();

  @AfterEach
  void nothingIsLeft() {
    site.close();
    System.clearProperty(WorkerCommand.PROPERTY);
    assertThat(workers()).isEmpty();
  }

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void thePageOfAKilledWorkerIsDoneAgain(int width) {
    AtomicInteger asked = new AtomicInteger();
    site.page("/", "/a", "/b", "/c").page("/b").page("/c");
    site.on("/a", exchange -> {
      if (asked.incrementAndGet() == 1) {
        killTheFirst();
      }
      site.reply(exchange, 200, "text/plain", "at last");
    });
    CrawlResult result = crawl(plan().concurrency(width));
    assertThat(result.complete()).isTrue();
    assertThat(result.count(Visit.Saved.class)).isEqualTo(4);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void workersDoNotHearCtrlC() {
    site.page("/", "/a");
    site.on("/a", exchange -> {
      for (long pid : workers()) {
        run("kill", "-INT", Long.toString(pid));
      }
      site.reply(exchange, 200, "text/plain", "undisturbed");
    });
    assertThat(crawl(plan().concurrency(1)).count(Visit.Saved.class)).isEqualTo(2);
    assertThat(site.requests("/a")).isEqualTo(1);
  }

  @Test
  void anIdleWorkerKilledBetweenTwoCrawlsIsReplaced() {
    fan(2);
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(1).build())) {
      CrawlResult before = crawler.crawl(CrawlListener.NONE);
      killAll();
      assertThat(crawler.crawl(CrawlListener.NONE)).isEqualTo(before);
    }
  }

  @Test
  void aPageThatKillsThreeWorkersHasFailed() {
    site.page("/", "/a", "/b").page("/b");
    site.on("/a", _ -> killAll());
    CrawlResult result = crawl(plan().concurrency(1));
    assertThat(result.complete()).isTrue();
    assertThat(result.count(Visit.Saved.class)).isEqualTo(2);
    assertThat(result.visits())
        .contains(new Visit.Failed(HttpUrl.get(site.url("/a")), FailureKind.WORKER_DIED, 0,
            "3 workers died of it, exit codes [137, 137, 137]"));
    assertThat(site.requests("/a")).isEqualTo(3);
  }

  /** Field case 3.4: a thread that hangs can't be ended, a process can. */
  @Test
  void thePageOfAWorkerThatHangsIsDoneByAnother() {
    AtomicInteger asked = new AtomicInteger();
    site.page("/", "/a", "/b").page("/b");
    site.on("/a", exchange -> {
      if (asked.incrementAndGet() == 1) {
        for (long pid : workers()) {
          run("kill", "-STOP", Long.toString(pid));
        }
      }
      site.reply(exchange, 200, "text/plain", "at last");
    });
    try (ProcsCrawler crawler = new ProcsCrawler(plan().concurrency(1).build(), Duration.ofSeconds(3))) {
      assertThat(crawler.crawl(CrawlListener.NONE).count(Visit.Saved.class)).isEqualTo(3);
    }
    assertThat(asked.get()).isEqualTo(2);
  }

  /** Field case 3.6: its page has failed, as one has that kills its workers otherwise. */
  @Test
  void aPageThatFillsAWorkersHeapEndsOnlyTheWorker() {
    site.page("/", "/huge", "/b").page("/b");
    String links = IntStream.range(0, 400_000).mapToObj(i -> "<a href=/" + i + ">x</a>").collect(Collectors.joining());
    site.on("/huge", exchange -> site.reply(exchange, 200, "text/html", links));
    List<String> small = WorkerCommand.of(false).stream().map(word -> word.startsWith("-Xmx") ? "-Xmx40m" : word).toList();
    System.setProperty(WorkerCommand.PROPERTY, String.join(" ", small));
    CrawlResult result = crawl(plan().concurrency(1));
    assertThat(result.failures()).isEqualTo(Map.of(FailureKind.WORKER_DIED, 1));
    assertThat(result.count(Visit.Saved.class)).isEqualTo(2);
  }

  @Test
  void workersAreToldOfCertificatesAndProxies() {
    System.setProperty("javax.net.ssl.trustStore", "/some/store");
    System.setProperty("http.proxyHost", "proxy.test");
    try {
      assertThat(WorkerCommand.of(false)).contains("-Djavax.net.ssl.trustStore=/some/store", "-Dhttp.proxyHost=proxy.test");
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("http.proxyHost");
    }
  }

  @Test
  void workersEndWhenTheParentIsKilled() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    site.on("/", _ -> {
      busy.countDown();
      await(over);
    });
    Process parent =
        new ProcessBuilder(java(), "-cp", System.getProperty("java.class.path"), ParentMain.class.getName(), site.url("/"))
            .inheritIO().start();
    await(busy);
    List<ProcessHandle> itsWorkers = parent.descendants().toList();
    parent.destroyForcibly();
    for (ProcessHandle worker : itsWorkers) {
      worker.onExit().get(1, TimeUnit.MINUTES);
    }
    over.countDown();
    assertThat(itsWorkers).isNotEmpty();
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
  void saysWhichCommandIsNotThere() {
    System.setProperty(WorkerCommand.PROPERTY, "/no/such/java");
    assertThatThrownBy(() -> crawl(plan()))
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot start a worker")
        .hasMessageContaining("/no/such/java");
  }

  @Test
  void givesUpOnACommandThatEndsBeforeItIsReady() {
    System.setProperty(WorkerCommand.PROPERTY, java() + " NoSuchWorker");
    assertThatThrownBy(() -> crawl(plan()))
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot start a worker")
        .hasMessageContaining("exit code 1")
        .hasMessageContaining("NoSuchWorker");
  }

  @ParameterizedTest
  @CsvSource({
    "bug, at lab.Some.where(Some.java:1)",
    "garbage, 'not a message: a stray print, xxx'",
    "wrong-page, but visited http://127.0.0.1/other",
    "ready-twice, twice"
  })
  void aBugInAWorkerEndsTheCrawl(String script, String message) {
    System.setProperty(WorkerCommand.PROPERTY, String.join(" ",
        java(), "-cp", System.getProperty("java.class.path"), ScriptedWorker.class.getName(), script));
    assertThatThrownBy(() -> crawl(plan())).isInstanceOf(CrawlBugException.class).hasStackTraceContaining(message);
  }

  @Test
  void aWorkerSendsTheStackTraceOfItsOwnBug() throws IOException {
    Process worker =
        new ProcessBuilder(WorkerCommand.of(false)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var input = worker.outputWriter(); BufferedReader output = worker.inputReader()) {
      var plan = new Message.Plan(99, List.of(HttpUrl.get("http://127.0.0.1/")), Scope.Requisites.SAME, Politeness.NONE, FetchSettings.DEFAULT, WorkSettings.DEFAULT);
      input.write(MessageLine.of(plan) + "\n");
      input.flush();
      assertThat(MessageLine.message(output.readLine(), Message.FromWorker.class))
          .isInstanceOfSatisfying(Message.Bug.class, bug -> assertThat(bug.stackTrace())
              .contains("worker speaks version 12, parent 99")
              .contains("at lab.crawl.procs.WorkerMain.run"));
    }
    assertThat(worker.onExit().join().exitValue()).isZero();
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

  private CrawlPlan.Builder plan() {
    return CrawlPlan.of(site.url("/"));
  }

  private static CrawlResult crawl(CrawlPlan.Builder plan) {
    try (ProcsCrawler crawler = new ProcsCrawler(plan.build())) {
      return crawler.crawl(CrawlListener.NONE);
    }
  }

  private static CrawlResult sequential(CrawlPlan plan) throws InterruptedException {
    Frontier frontier = new Frontier(plan, CrawlListener.NONE);
    PageProcessor processor = new PageProcessor(plan);
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      while (frontier.next() instanceof Next.Url(HttpUrl url)) {
        frontier.record(processor.process(url, fetcher.fetch(url)));
      }
    }
    return frontier.result();
  }

  private CrawlPlan.Builder mixedSite() {
    site.page("/", "/a#top", "/b/", "b/../a", "/moved", "/gone", "/deep/1", "mailto:me@example.org", "http://other.example/");
    site.page("/a", "/").page("/b/", "c?q=ü", "../a").page("/b/c").page("/deep/1", "2").page("/deep/2", "3").page("/deep/3");
    site.on("/moved", exchange -> {
      exchange.getResponseHeaders().set("Location", "/b/");
      site.reply(exchange, 302, "text/plain", "moved");
    });
    return plan().maxDepth(2);
  }

  private void fan(int pages) {
    String[] links = Stream.iterate(0, i -> i + 1).limit(pages).map(i -> "/" + i).toArray(String[]::new);
    site.page("/", links);
    for (String link : links) {
      site.page(link);
    }
  }

  private static Set<Long> workers() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** Only that one: whoever is just being started is still a helper of the JDK's, without which the start fails. */
  private static void killTheFirst() {
    ProcessHandle.current().children()
        .min(Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
        .orElseThrow()
        .destroyForcibly();
  }

  private static void killAll() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }

  private static void run(String... command) throws IOException {
    new ProcessBuilder(command).inheritIO().start().onExit().join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      // The site is closed.
      Thread.currentThread().interrupt();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean onPath(String command) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
