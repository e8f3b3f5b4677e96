package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lab.contract.OddReply;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.async.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long body is in a file, for as long as somebody needs it; and none is left, however an exchange ends. */
class LongBodiesTest {
  private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + "x".repeat(3 << 20);

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path out;

  @Test
  void itIsThereUntilItIsClosed() throws Exception {
    String body = "x".repeat(3 << 20);
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages(body)); LoopClient client = new LoopClient(plan(server, LONG))) {
      FetchResult.Reply reply = (FetchResult.Reply) client.fetch(server.url("/"));
      assertThat(files()).hasSize(1);
      assertThat(reply.body().length()).isEqualTo(body.length());
      reply.body().close();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void noneIsLeftIfItBreaksOff() throws Exception {
    assertNoneLeftAfter("failed connection-lost", LONG, talk -> {
      talk.request();
      talk.send(HALF);
    });
  }

  @Test
  void noneIsLeftIfItTakesTooLong() throws Exception {
    assertNoneLeftAfter("failed timeout", Duration.ofMillis(500), talk -> {
      talk.request();
      talk.send(HALF);
      talk.awaitClientClose();
    });
  }

  private void assertNoneLeftAfter(String outcome, Duration timeout, ScriptedServer.Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script); LoopClient client = new LoopClient(plan(server, timeout))) {
      assertThat(OddReply.outcome(client.fetch(server.url("/")))).isEqualTo(outcome);
      assertThat(files()).isEmpty();
    }
  }

  /** A file is where the folder should be: for whoever runs the crawl to mend, and no page's fault. */
  @Test
  void oneThatCannotBeWrittenIsABug() throws Exception {
    Files.createFile(out.resolve("file"));
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("x".repeat(3 << 20)))) {
      CrawlPlan plan = server.plan().out(out.resolve("file").resolve("out")).build();
      try (LoopClient client = new LoopClient(plan)) {
        assertThatThrownBy(() -> client.fetch(server.url("/"))).isInstanceOf(UncheckedIOException.class);
      }
    }
  }

  private CrawlPlan plan(ScriptedServer server, Duration timeout) {
    return server.plan().timeout(timeout).out(out).build();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
