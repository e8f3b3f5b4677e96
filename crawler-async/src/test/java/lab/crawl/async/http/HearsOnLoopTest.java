package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import lab.crawl.CrawlPlan;
import lab.crawl.async.ScriptedServer;
import lab.crawl.async.ScriptedServer.Script;
import org.junit.jupiter.api.Test;

/** Whatever ends a fetch, and on whichever thread that happens: whoever asked hears of it on the loop. Else confinement is lost. */
class HearsOnLoopTest {

  @Test
  void ofAReply() throws Exception {
    assertHearsOnLoop(ScriptedServer.pages("hello"));
  }

  /** The lookup has a thread of its own. */
  @Test
  void ofAFailedLookup() throws Exception {
    assertHearsOnLoop(CrawlPlan.of("http://no-such-host.invalid/").build());
  }

  @Test
  void ofAFailedConnect() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    assertHearsOnLoop(CrawlPlan.of("http://127.0.0.1:" + port + "/").build());
    assertHearsOnLoop(CrawlPlan.of("http://localhost:" + port + "/").build());
  }

  @Test
  void ofAFailedHandshake() throws Exception {
    try (ScriptedServer server = new ScriptedServer(talk -> talk.send("no TLS at all, I am afraid"))) {
      assertHearsOnLoop(CrawlPlan.of("https://127.0.0.1:" + server.port() + "/").build());
    }
  }

  /** The request is longer than what the system keeps for a server that doesn't read. */
  @Test
  void ofAFailedWrite() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.Talk::reset)) {
      assertHearsOnLoop(CrawlPlan.of(server.url("/" + "x".repeat(20_000_000))).build());
    }
  }

  @Test
  void ofNoReply() throws Exception {
    assertHearsOnLoop(talk -> talk.request());
  }

  @Test
  void ofAMalformedReply() throws Exception {
    assertHearsOnLoop(talk -> {
      talk.request();
      talk.send("garbage\r\n");
    });
  }

  @Test
  void ofATimeout() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.Talk::hold)) {
      assertHearsOnLoop(server.plan().timeout(Duration.ofMillis(100)).build());
    }
  }

  private static void assertHearsOnLoop(Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertHearsOnLoop(server.plan().build());
    }
  }

  private static void assertHearsOnLoop(CrawlPlan plan) throws Exception {
    try (LoopClient client = new LoopClient(plan)) {
      assertThat(client.hearsOn(plan.seed().toString())).isEqualTo(LoopClient.LOOP);
    }
  }
}
