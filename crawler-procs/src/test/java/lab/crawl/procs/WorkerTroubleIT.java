package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.FetchSettings;
import lab.crawl.Politeness;
import lab.crawl.Scope;
import lab.crawl.Visit;
import lab.crawl.WorkSettings;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a crawl whose workers die, hang, fill their heap, have a bug, or can't be started. */
class WorkerTroubleIT extends WorkersTest {

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

  /** It is not the one that was handed out last. */
  @Test
  void namesThePageThatCannotBeWritten(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("a.html.orig/in-the-way"));
    CountDownLatch bothAreOut = new CountDownLatch(1);
    site.page("/", "/a.html", "/b.html");
    site.on("/a.html", exchange -> {
      await(bothAreOut);
      site.reply(exchange, 200, "text/html", "a");
    });
    site.on("/b.html", exchange -> {
      bothAreOut.countDown();
      site.reply(exchange, 200, "text/html", "b");
    });
    assertThatThrownBy(() -> crawl(plan().concurrency(2).out(folder)))
        .isInstanceOf(CrawlBugException.class)
        .hasMessageEndingWith("/a.html")
        .cause().hasMessageStartingWith("cannot write " + folder.resolve("a.html.orig"));
  }

  @Test
  void aWorkerSendsTheStackTraceOfItsOwnBug() throws IOException {
    Process worker =
        new ProcessBuilder(WorkerCommand.of(false)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var input = worker.outputWriter(); BufferedReader output = worker.inputReader()) {
      var plan = new Message.Plan(
          99, List.of(HttpUrl.get("http://127.0.0.1/")), Scope.Requisites.SAME, Politeness.NONE, FetchSettings.DEFAULT, WorkSettings.DEFAULT);
      input.write(MessageLine.of(plan) + "\n");
      input.flush();
      assertThat(MessageLine.message(output.readLine(), Message.FromWorker.class))
          .isInstanceOfSatisfying(Message.Bug.class, bug -> assertThat(bug.stackTrace())
              .contains("worker speaks version 12, parent 99")
              .contains("at lab.crawl.procs.WorkerMain.run"));
    }
    assertThat(worker.onExit().join().exitValue()).isZero();
  }
}
