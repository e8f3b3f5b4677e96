package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lab.contract.OddReply;
import lab.crawl.FetchResult;
import lab.crawl.RequestSettings;
import lab.crawl.async.ScriptedServer;
import org.junit.jupiter.api.Test;

/** No more comes in a second than the plan says, by all connections together. That something takes long enough holds on any machine. */
class RateTest {
  private static final int BYTES = 300_000;

  @Test
  void allConnectionsShareIt() throws Exception {
    RequestSettings settings = new RequestSettings(List.of(), List.of(), false, Optional.empty(), List.of(), 1_000_000);
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("x".repeat(BYTES)));
        LoopClient client = new LoopClient(server.plan().requests(settings).build())) {
      for (int round = 0; round < 2; round++) {
        long begin = System.nanoTime();
        List<CompletableFuture<FetchResult>> both = List.of(client.begin(server.url("/a")), client.begin(server.url("/b")));
        for (CompletableFuture<FetchResult> one : both) {
          assertThat(OddReply.body(one.get(60, TimeUnit.SECONDS))).hasSize(BYTES);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(2 * BYTES / 1_000));
      }
      assertThat(server.accepted()).as("connections, which are used again").isEqualTo(2);
    }
  }

  /** Each comes in one piece. */
  @Test
  void shortPagesHaveTheirPartOfIt() throws Exception {
    RequestSettings settings = new RequestSettings(List.of(), List.of(), false, Optional.empty(), List.of(), 10_000);
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.pages("x".repeat(1_000)));
        LoopClient client = new LoopClient(server.plan().requests(settings).build())) {
      long begin = System.nanoTime();
      for (int page = 0; page < 10; page++) {
        assertThat(OddReply.body(client.begin(server.url("/" + page)).get(60, TimeUnit.SECONDS))).hasSize(1_000);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(server.accepted()).as("connections, which are used again").isEqualTo(1);
    }
  }
}
