package lab.crawl.fetch;

import static lab.crawl.fetch.ScriptedServer.OK;
import static lab.crawl.fetch.ScriptedServer.reset;
import static lab.crawl.fetch.ScriptedServer.send;
import static lab.crawl.fetch.ScriptedServer.sendAndClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import lab.contract.OddReply;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.fetch.ScriptedServer.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BlockingFetcherTest {
  /** Else the fetch's own timeout would end what an interrupt should. */
  static final Duration LONGER_THAN_A_TEST = Duration.ofMinutes(10);

  @Test
  void sendsTheSameFewHeaders() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).userAgent("lab/1 (x)").build())) {
      fetcher.fetch(server.url("/a?b=c"));
      assertThat(server.requests()).containsExactly(List.of(
          "GET /a?b=c HTTP/1.1", "User-Agent: lab/1 (x)", "Host: 127.0.0.1:" + server.url("/").port(), "Connection: Keep-Alive",
          "Accept-Encoding: gzip"));
    }
  }

  @Test
  void givesTheWholeReply() throws Exception {
    String text = "HTTP/1.1 203 Fine\r\nContent-Type: text/html; x\r\nLocation: /l\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nok";
    FetchResult.Reply reply = reply(send(text));
    assertThat(reply.status()).isEqualTo(203);
    assertThat(reply.header("Content-Type")).contains("text/html; x");
    assertThat(reply.header("Location")).contains("/l");
    assertThat(reply.header("Retry-After")).contains("7");
    assertThat(OddReply.body(reply)).isEqualTo("ok");
  }

  @Test
  void givesAReplyWithoutHeadersThatEndsWithItsConnection() throws Exception {
    FetchResult.Reply reply = reply(sendAndClose("HTTP/1.0 200\r\n\r\nold"));
    assertThat(reply.headers().size()).isZero();
    assertThat(OddReply.body(reply)).isEqualTo("old");
  }

  private static FetchResult.Reply reply(Step step) throws Exception {
    try (ScriptedServer server = new ScriptedServer(step);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      return (FetchResult.Reply) fetcher.fetch(server.url("/"));
    }
  }

  /** OkHttp would follow, ask for a password, send again, or throw: all of that is the crawl's business. */
  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 303, 307, 308, 401, 404, 407, 408, 421, 429, 500, 502, 503, 504})
  void passesEveryStatusOnAfterOneRequest(int status) throws Exception {
    String body = status == 204 ? "" : "x";
    String reply = "HTTP/1.1 " + status + " x\r\nLocation: /next\r\nRetry-After: 0\r\n"
        + "WWW-Authenticate: Basic realm=x\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: " + body.length();
    try (ScriptedServer server = new ScriptedServer(send(reply + "\r\n\r\n" + body));
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertThat(fetcher.fetch(server.url("/"))).isInstanceOfSatisfying(FetchResult.Reply.class, result -> {
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.header("Retry-After")).contains("0");
        assertThat(result.body().length()).as("of no success the body matters").isZero();
      });
      assertThat(server.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> passingFaults() {
    return Stream.of(
        Arguments.of("reset", reset()),
        Arguments.of("empty reply", sendAndClose("")),
        Arguments.of("garbage", sendAndClose("garbage\r\n\r\n")),
        Arguments.of("408", send("HTTP/1.1 408 x\r\nContent-Length: 0\r\n\r\n")),
        Arguments.of("503 with Retry-After: 0", send("HTTP/1.1 503 x\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")));
  }

  /** Whether a page is asked for again is the frontier's business. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFaults")
  void asksOnce(String name, Step fault) throws Exception {
    try (ScriptedServer server = new ScriptedServer(fault, OK);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 3))) {
      assertThat(isOk(fetcher.fetch(server.url("/")))).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void keepsOneConnectionForFetchesInTurn() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      for (int i = 0; i < 20; i++) {
        assertOk(fetcher, server);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void keepsAsManyIdleConnectionsAsThePlanIsWide() throws Exception {
    int width = 12;
    Step together = together(width);
    Step[] script = Stream.generate(() -> together).limit(3L * width).toArray(Step[]::new);
    try (ScriptedServer server = new ScriptedServer(script);
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).concurrency(width).build())) {
      for (int round = 0; round < 3; round++) {
        assertThat(fetchTogether(width, fetcher, server)).isEqualTo(width);
      }
      assertThat(server.requests()).hasSize(3 * width);
      assertThat(server.connections()).isEqualTo(width);
    }
  }

  /** Answers when so many requests are there. */
  private static Step together(int width) {
    CyclicBarrier barrier = new CyclicBarrier(width);
    return connection -> {
      try {
        barrier.await();
      } catch (BrokenBarrierException e) {
        throw new AssertionError(e);
      }
      OK.answer(connection);
    };
  }

  private static long fetchTogether(int width, BlockingFetcher fetcher, ScriptedServer server) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(width)) {
      Callable<FetchResult> fetch = () -> fetcher.fetch(server.url("/"));
      return threads.invokeAll(Collections.nCopies(width, fetch)).stream().map(Future::resultNow).filter(BlockingFetcherTest::isOk).count();
    }
  }

  static Stream<Arguments> staleConnections() {
    return Stream.of(Arguments.of("closed", sendAndClose("")), Arguments.of("reset", reset()),
        Arguments.of("408, and closed", sendAndClose("HTTP/1.1 408 x\r\nContent-Length: 1\r\n\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("staleConnections")
  void aReusedConnectionThatIsGoneIsNobodysFault(String name, Step gone) throws Exception {
    try (ScriptedServer server = new ScriptedServer(OK, gone, OK);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertOk(fetcher, server);
      assertOk(fetcher, server);
      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** When one idle connection is gone the others may be too. */
  @Test
  void theFreeRequestGoesToAFreshConnection() throws Exception {
    Step together = together(2);
    try (ScriptedServer server = new ScriptedServer(together, together, sendAndClose(""), OK);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertThat(fetchTogether(2, fetcher, server)).isEqualTo(2);
      assertOk(fetcher, server);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("staleConnections")
  void onlyOneSuchRequestIsFree(String name, Step gone) throws Exception {
    try (ScriptedServer server = new ScriptedServer(OK, gone, gone, OK);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertOk(fetcher, server);
      assertThat(OddReply.outcome(fetcher.fetch(server.url("/")))).isIn("failed connection-lost", "failed 408");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aReplyThatBeganOnAReusedConnectionIsNotFree() throws Exception {
    Step cut = sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    try (ScriptedServer server = new ScriptedServer(OK, cut, OK);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertOk(fetcher, server);
      assertThat(isOk(fetcher.fetch(server.url("/")))).isFalse();
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** Not only what is left over from the last reply: also what comes while the connection rests. */
  @Test
  void whatComesUnaskedIsNoReply() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    CountDownLatch rests = new CountDownLatch(1);
    Step late = connection -> {
      OK.answer(connection);
      rests.await();
      send("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n").answer(connection);
      said.countDown();
    };
    try (ScriptedServer server = new ScriptedServer(late);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertOk(fetcher, server);
      rests.countDown();
      said.await();
      assertOk(fetcher, server);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.requests()).as("the second was not sent twice").hasSize(2);
    }
  }

  /** OkHttp would read on for a tenth of a second, as much as it can get. */
  @Test
  void aBodyThatIsTooLongIsNotRead() throws Exception {
    AtomicLong sent = new AtomicLong();
    CountDownLatch clientGone = new CountDownLatch(1);
    Step endless = connection -> {
      send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n").answer(connection);
      try {
        for (byte[] piece = new byte[64 << 10]; ; sent.addAndGet(piece.length)) {
          connection.write(piece);
        }
      } finally {
        clientGone.countDown();
      }
    };
    try (ScriptedServer server = new ScriptedServer(endless);
        BlockingFetcher fetcher = new BlockingFetcher(plan(server, 0))) {
      assertThat(OddReply.outcome(fetcher.fetch(server.url("/")))).isEqualTo("failed too-large");
      clientGone.await();
      assertThat(sent.get()).as("what fits into the system's buffers").isLessThan(16 << 20);
    }
  }

  /** None of its bytes are left: neither in memory, which is checked by its size, nor in the folder. */
  @Test
  void aLongBodyIsInAFileUntilItIsClosed(@TempDir Path out) throws Exception {
    byte[] body = new byte[3 << 20];
    try (ScriptedServer server = new ScriptedServer(send("", body), send("", Arrays.copyOf(body, body.length - 1)));
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).out(out).build())) {
      FetchResult.Reply reply = (FetchResult.Reply) fetcher.fetch(server.url("/"));
      assertThat(files(out)).hasSize(1);
      assertThat(reply.body().length()).isEqualTo(body.length);
      reply.body().close();
      assertThat(files(out)).isEmpty();
    }
  }

  @Test
  void ofALongBodyThatBreaksOffNoFileIsLeft(@TempDir Path out) throws Exception {
    Step cut = sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" + "x".repeat(3 << 20));
    try (ScriptedServer server = new ScriptedServer(cut);
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).out(out).build())) {
      assertThat(OddReply.outcome(fetcher.fetch(server.url("/")))).isEqualTo("failed connection-lost");
      assertThat(files(out)).isEmpty();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static CrawlPlan plan(ScriptedServer server, int retries) {
    return CrawlPlan.of(server.url("/")).retries(retries).timeout(LONGER_THAN_A_TEST).build();
  }

  private static void assertOk(BlockingFetcher fetcher, ScriptedServer server) throws InterruptedException {
    assertThat(fetcher.fetch(server.url("/"))).matches(BlockingFetcherTest::isOk);
  }

  private static boolean isOk(FetchResult result) {
    return result instanceof FetchResult.Reply reply && reply.status() == 200;
  }
}
