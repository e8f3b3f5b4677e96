package lab.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lab.crawl.fetch.ScriptedServer.drip;
import static lab.crawl.fetch.ScriptedServer.hang;
import static lab.crawl.fetch.ScriptedServer.reset;
import static lab.crawl.fetch.ScriptedServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.fetch.ScriptedServer.Step;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of a fresh connection: which kind it is, and that the server saw one request and not more. Replies are in {@link OddRepliesTest}. */
@Timeout(60)
class FailureKindsTest {
  private static final int MOST = 1_000;
  private static final String HEAD = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String GZIP = "Content-Encoding: gzip\r\n";

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("reset", FailureKind.CONNECTION_LOST, reset()),
        fault("reset in the body", FailureKind.CONNECTION_LOST, connection -> {
          send(HEAD + "Content-Length: 9\r\n\r\nhalf").answer(connection);
          reset().answer(connection);
        }),
        fault("body one too long", FailureKind.TOO_LARGE, send("", new byte[MOST + 1])),
        fault("endless chunks", FailureKind.TOO_LARGE, send(CHUNKED + ("64\r\n" + "x".repeat(100) + "\r\n").repeat(20))),
        fault("gzip bomb", FailureKind.TOO_LARGE, send(GZIP, gzip(new byte[10_000_000]))));
  }

  private static Arguments fault(String name, FailureKind kind, Step step) {
    return Arguments.of(name, kind, step);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void everyFaultHasItsKind(String name, FailureKind kind, Step step) throws Exception {
    try (ScriptedServer server = new ScriptedServer(step)) {
      assertFails(plan(server.url("/")), kind);
      assertThat(server.requests()).as("requests that the server saw").hasSize(1);
    }
  }

  @Test
  void aSlowDripIsATimeout() throws Exception {
    try (ScriptedServer server = new ScriptedServer(drip())) {
      assertFails(plan(server.url("/")).maxBodyBytes(1_000_000).timeout(Duration.ofMillis(300)), FailureKind.TIMEOUT);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void noReplyIsATimeout() throws Exception {
    CountDownLatch ignored = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(hang(ignored, ignored))) {
      assertFails(plan(server.url("/")).timeout(Duration.ofMillis(200)), FailureKind.TIMEOUT);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aConnectThatNobodyAnswersIsATimeout() throws Exception {
    try (FullBacklog full = new FullBacklog()) {
      assertFails(plan(full.url()).timeout(Duration.ofMillis(200)), FailureKind.TIMEOUT);
    }
  }

  @Test
  void aClosedPortIsAFailureToConnect() throws Exception {
    int port;
    // Nobody has ever waited in its accept(), which would keep the port open for a moment longer.
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertFails(plan(HttpUrl.get("http://127.0.0.1:" + port + "/")), FailureKind.CONNECT);
  }

  @Test
  void aNameWithoutAddressIsAnUnknownHost() throws Exception {
    assertFails(plan(HttpUrl.get("http://no-such-host.invalid/")), FailureKind.UNKNOWN_HOST);
  }

  /** A server that goes within the handshake may be back a moment later; one whose certificate is bad will not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEndWithinTheHandshakeIsALostConnection(boolean reset) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> {
        try (var socket = listener.accept()) {
          socket.getInputStream().read(new byte[10_000]);
          socket.setSoLinger(reset, 0);
        } catch (IOException e) {
          // the client hung up
        }
      });
      assertFails(plan(HttpUrl.get("https://127.0.0.1:" + listener.getLocalPort())), FailureKind.CONNECTION_LOST);
    }
  }

  @Test
  void tlsToAPortWithoutItIsATlsFailure() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> {
        try (var socket = listener.accept()) {
          socket.getInputStream().read(new byte[10_000]);
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
          socket.getInputStream().readAllBytes();
        } catch (IOException e) {
          // the client hung up
        }
      });
      assertFails(plan(HttpUrl.get("https://127.0.0.1:" + listener.getLocalPort())), FailureKind.TLS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, MOST - 1, MOST})
  void aBodyOfTheMostBytesIsFine(int length) throws Exception {
    byte[] body = "x".repeat(length).getBytes(UTF_8);
    try (ScriptedServer server = new ScriptedServer(send("", body), send(GZIP, gzip(body)));
        BlockingFetcher fetcher = new BlockingFetcher(plan(server.url("/")).build())) {
      for (int i = 0; i < 2; i++) {
        assertThat(fetcher.fetch(server.url("/")))
            .isInstanceOfSatisfying(FetchResult.Reply.class, reply -> assertThat(reply.body().length()).isEqualTo(length));
      }
    }
  }

  @Test
  void whatFailsBeforeThereIsAConnectionIsAFailureToConnect() {
    assertThat(Failures.of(new BindException("no port left"), false).kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(Failures.of(new SocketException("too many files"), false).kind()).isEqualTo(FailureKind.CONNECT);
    assertThat(Failures.of(new SocketException("Connection reset by peer"), false).kind())
        .isEqualTo(FailureKind.CONNECTION_LOST);
    assertThat(Failures.of(new SocketException("broken"), true).kind()).isEqualTo(FailureKind.CONNECTION_LOST);
  }

  @Test
  void detailsAreOneLine() {
    assertThat(Failures.of(new IOException("one\ntwo"), true).detail()).isEqualTo("one");
    assertThat(Failures.of(new EOFException(), true).detail()).isEqualTo("EOFException");
  }

  private static CrawlPlan.Builder plan(HttpUrl url) {
    return CrawlPlan.of(url).retries(0).maxBodyBytes(MOST).timeout(Duration.ofSeconds(30));
  }

  private static void assertFails(CrawlPlan.Builder builder, FailureKind kind) throws InterruptedException {
    CrawlPlan plan = builder.build();
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      assertThat(fetcher.fetch(plan.seed())).isInstanceOfSatisfying(FetchResult.Failure.class, failure -> {
        assertThat(failure.kind()).as(failure.detail()).isEqualTo(kind);
        assertThat(failure.detail()).isNotBlank().hasLineCount(1);
      });
    }
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** A listener that accepts nothing and whose queue is full: a connect to it waits. */
  static final class FullBacklog implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final List<SocketChannel> queue = new ArrayList<>();

    FullBacklog() throws IOException {
      for (int i = 0; i < 10; i++) {
        SocketChannel channel = SocketChannel.open();
        queue.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
      }
    }

    HttpUrl url() {
      return HttpUrl.get("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : queue) {
        channel.close();
      }
      listener.close();
    }
  }
}
