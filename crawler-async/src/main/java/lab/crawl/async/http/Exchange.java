package lab.crawl.async.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.fetch.Failures;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.fetch.Requests;
import lab.crawl.reply.ReplyHead;
import lab.crawl.reply.ReplyParser;
import lab.crawl.reply.ReplyReader;
import okhttp3.HttpUrl;

/**
 * One request and its reply, from looking for a connection to the last byte. It ends exactly once, by {@link #succeed} or
 * {@link #fail}, whichever comes first; the limit of time is one way to fail.
 */
final class Exchange implements ReplyParser.Sink {
  /** How far it has come. */
  enum Stage { CONNECTING, CONNECTED, REPLYING, REPLIED }

  private final HttpUrl url;
  private final Requests requests;
  private final CompletableFuture<FetchResult> result = new CompletableFuture<>();
  private final ScheduledFuture<?> timeout;
  private final FetchSpans spans;
  private final ReplyReader reader;
  private Channel channel;
  private boolean onReusedConnection;
  private Stage stage = Stage.CONNECTING;
  private boolean ended;

  /** Begins: its time runs from now. */
  Exchange(HttpUrl url, Requests requests, EventLoop loop, FetchSpans spans, ReplyReader reader) {
    this.url = url;
    this.requests = requests;
    this.spans = spans;
    this.reader = reader;
    // One limit for the whole fetch: a body that drips would never exceed a limit per read.
    this.timeout = loop.schedule(
        () -> fail(new InterruptedIOException("timeout")), requests.timeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What comes of it; completed exceptionally by a bug. */
  CompletableFuture<FetchResult> result() {
    return result;
  }

  /** The request, with the same bytes as OkHttp's: an archive of exchanges must not tell who made them. */
  FullHttpRequest request() {
    String query = url.encodedQuery();
    String path = query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
    String target = requests.isByProxy(url) ? url.toString() : path;
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target, Unpooled.EMPTY_BUFFER);
    requests.headers(url, reader.conditions()).forEach(header -> request.headers().add(header.getFirst(), header.getSecond()));
    request.headers()
        .set("Host", hostHeader())
        .set("Connection", "Keep-Alive")
        .set("Accept-Encoding", "gzip");
    return request;
  }

  private String hostHeader() {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  /** From now on this is the channel to close if the exchange fails; it may still be connecting. */
  void runsOn(Channel newChannel) {
    channel = newChannel;
  }

  void onReusedConnection() {
    onReusedConnection = true;
  }

  void reached(Stage newStage) {
    stage = newStage;
  }

  @Override
  public void head(ReplyHead head) throws IOException {
    reached(Stage.REPLYING);
    spans.firstByte();
    reader.head(head);
  }

  @Override
  public void body(byte[] bytes, int from, int count) throws IOException {
    reader.body(bytes, from, count);
  }

  @Override
  public void interim() {
    reader.interim();
  }

  @Override
  public void taken(byte[] bytes, int from, int count) {
    reader.taken(bytes, from, count);
  }

  /** Whether what goes over the wire is kept. */
  boolean captures() {
    return reader.captures();
  }

  /** Some bytes have come over its connection; for so many nanoseconds no more are to be received there. */
  long received(int count) {
    return requests.received(count);
  }

  /** Some more bytes of the request are sent. */
  void sent(byte[] bytes) {
    reader.sent(bytes, 0, bytes.length);
  }

  /** Whether the rest of the reply isn't worth reading. */
  boolean hasEnough() {
    return reader.hasEnough();
  }

  /** What the reply comes to, now that all of it is there that is wanted. */
  FetchResult reply() {
    try {
      return reader.whole();
    } catch (IOException e) {
      return Failures.of(e, true);
    }
  }

  /** There was no idle connection: it has to wait for a new one, and perhaps first for its turn to make one. */
  void connecting() {
    spans.connecting();
  }

  /** Its request is sent next. */
  void sending() {
    spans.connected();
    if (requests.proxy().isEmpty() && channel.remoteAddress() instanceof InetSocketAddress server) {
      reader.connectedTo(server.getAddress());
    }
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether this result is what a kept-alive connection gives when its server has just given it up. */
  boolean isStale(FetchResult outcome) {
    return onReusedConnection && switch (outcome) {
      case FetchResult.Failure failure -> stage == Stage.CONNECTED && failure.kind() == FailureKind.CONNECTION_LOST;
      case FetchResult.Reply reply -> reply.status() == 408; // it says so (RFC 9110, 15.5.9)
    };
  }

  void succeed(FetchResult outcome) {
    if (end()) {
      result.complete(outcome);
    }
  }

  /**
   * Ends before its time, and closes the connection. The reply may be decided all the same. An I/O fault is a result; anything
   * else is a bug, and stays one.
   */
  void fail(Throwable e) {
    if (!end()) {
      return;
    }
    // First of all: whoever hears of the result may open the next connection.
    if (channel != null && channel.isOpen()) {
      channel.close();
    }
    Optional<IOException> fault = Faults.inputOutput(e);
    if (fault.isPresent()) {
      result.complete(reader.decided().orElseGet(() -> Failures.of(fault.get(), stage != Stage.CONNECTING)));
    } else {
      result.completeExceptionally(e);
    }
  }

  private boolean end() {
    boolean first = !ended;
    ended = true;
    timeout.cancel(false);
    if (first) {
      spans.end();
      reader.close();
    }
    return first;
  }
}
