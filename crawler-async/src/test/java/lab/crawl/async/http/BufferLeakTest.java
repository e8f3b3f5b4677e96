package lab.crawl.async.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import lab.crawl.CrawlPlan;
import lab.crawl.async.ScriptedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every buffer of Netty is given back, however an exchange ends. */
class BufferLeakTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static final List<String> REPLIES = List.of(
      ScriptedServer.page("hello"),
      ScriptedServer.page("x".repeat(5_000)),
      ScriptedServer.page("hello") + ScriptedServer.page("intruder"),
      OK + "\r\n" + "x".repeat(5_000),
      OK + "Content-Length: 50\r\n\r\nhello",
      OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nxyz",
      OK + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
      OK + "Content-Le",
      "garbage\r\n\r\n",
      "");

  /** Netty logs each leak as an error; the one that is made on purpose would alarm whoever reads the build's output. */
  private static final Logger LOG = Logger.getLogger(ResourceLeakDetector.class.getName());

  private static ResourceLeakDetector.Level usual;
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void watchEveryBuffer() {
    usual = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    LOG.setFilter(_ -> false);
  }

  @AfterAll
  static void watchAsUsual() {
    ResourceLeakDetector.setLevel(usual);
    ByteBufUtil.setLeakListener(null);
    LOG.setFilter(null);
  }

  @Test
  void everyBufferIsGivenBack() throws Exception {
    ByteBufUtil.setLeakListener((_, records) -> leaks.add(records));
    for (String reply : REPLIES) {
      fetchFrom(talk -> {
        for (String target = talk.target(); target != null && !target.equals("/silent"); target = talk.target()) {
          talk.send(reply);
          if (!reply.endsWith("hello")) {
            return;
          }
        }
        talk.awaitClientClose();
      });
    }
    leakOneBuffer();
    // Leaks show when the garbage collector has found them; that the one above has been found, says that it ran.
    await().pollInterval(Duration.ofMillis(50)).until(() -> {
      System.gc();
      ByteBufAllocator.DEFAULT.buffer(16).release();
      return !leaks.isEmpty();
    });
    assertThat(leaks).singleElement().asString().contains("leakOneBuffer");
  }

  private static void fetchFrom(ScriptedServer.Script script) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      CrawlPlan plan = server.plan().maxBodyBytes(2_000).timeout(Duration.ofMillis(100)).build();
      try (LoopClient client = new LoopClient(plan)) {
        for (String path : List.of("/a", "/b", "/silent", "/c")) {
          client.fetch(server.url(path));
        }
        client.begin(server.url("/silent"));
      }
    }
  }

  private static void leakOneBuffer() {
    ByteBufAllocator.DEFAULT.buffer(16).touch("leakOneBuffer");
  }
}
