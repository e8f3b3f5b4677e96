package lab.crawl.async.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.fetch.FetchSpans;
import okhttp3.HttpUrl;

/**
 * One request and its reply, from looking for a connection to the last byte. It ends exactly once, by {@link #succeed} or
 * {@link #fail}, whichever comes first; the limit of time is one way to fail.
 */
final class Exchange {
  /** How far it has come. */
  enum Stage { CONNECTING, CONNECTED, REPLYING, REPLIED }

  private final HttpUrl url;
  private final CrawlPlan plan;
  private final CompletableFuture<FetchResult> result = new CompletableFuture<>();
  private final ScheduledFuture<?> timeout;
  private final FetchSpans spans;
  private Channel channel;
  private boolean onReusedConnection;
  private Stage stage = Stage.CONNECTING;
  private boolean ended;

  /** Begins: its time runs from now. */
  Exchange(HttpUrl url, CrawlPlan plan, EventLoop loop, FetchSpans spans) {
    this.url = url;
    this.plan = plan;
    this.spans = spans;
    // One limit for the whole fetch: a body that drips would never exceed a limit per read.
    this.timeout = loop.schedule(
        () -> fail(new InterruptedIOException("timeout")), plan.fetch().timeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What comes of it; completed exceptionally by a bug. */
  CompletableFuture<FetchResult> result() {
    return result;
  }

  /** The request, with the same headers as OkHttp's. */
  FullHttpRequest request() {
    String query = url.encodedQuery();
    String target = query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target, Unpooled.EMPTY_BUFFER);
    request.headers()
        .set(HttpHeaderNames.USER_AGENT, plan.fetch().userAgent())
        .set(HttpHeaderNames.HOST, hostHeader())
        .set(HttpHeaderNames.CONNECTION, "Keep-Alive")
        .set(HttpHeaderNames.ACCEPT_ENCODING, "gzip");
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
    if (newStage == Stage.REPLYING) {
      spans.firstByte();
    }
  }

  /** There was no idle connection: it has to wait for a new one, and perhaps first for its turn to make one. */
  void connecting() {
    spans.connecting();
  }

  /** Its request is sent next. */
  void sending() {
    spans.connected();
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether this result is the one that a kept-alive connection gives when its server has just closed it. */
  boolean hadNoReplyOnReusedConnection(FetchResult outcome) {
    return onReusedConnection
        && stage == Stage.CONNECTED
        && outcome instanceof FetchResult.Failure failure
        && failure.kind() == FailureKind.CONNECTION_LOST;
  }

  void succeed(FetchResult.Reply reply) {
    if (end()) {
      result.complete(reply);
    }
  }

  /** Ends without a reply, and closes the connection. An I/O fault is a result; anything else is a bug, and stays one. */
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
      result.complete(Faults.failure(fault.get(), stage));
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
    }
    return first;
  }
}
