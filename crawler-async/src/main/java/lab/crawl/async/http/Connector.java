package lab.crawl.async.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import lab.crawl.RequestSettings;
import lab.crawl.Scope;
import lab.crawl.fetch.Requests;
import okhttp3.HttpUrl;

/** Makes connections to one origin: looks up its addresses, connects to one of them, shakes hands if it is https. */
final class Connector {
  private final HttpUrl origin;
  private final EventLoop loop;
  private final Optional<SslContext> tls;
  private final HostLookup lookup;
  private final Bootstrap bootstrap;
  private final byte[] piece;
  private final Requests requests;

  /**
   * For one origin.
   *
   * @param tls present if that is https
   * @param piece room for bytes on their way; all connections of a loop may share it
   */
  Connector(HttpUrl origin, EventLoop loop, Optional<SslContext> tls, byte[] piece, Requests requests) {
    this.origin = origin;
    this.loop = loop;
    this.tls = tls;
    this.piece = piece;
    this.requests = requests;
    this.lookup = new HostLookup(requests.proxy().map(RequestSettings.Proxy::host).orElse(origin.host()));
    this.bootstrap = new Bootstrap()
        .group(loop)
        .channelFactory(WireChannel::new)
        .disableResolver()
        // Nothing is read before a request is sent: Connection turns it on.
        .option(ChannelOption.AUTO_READ, false)
        // The limit for the whole fetch counts here, too.
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
  }

  /** TLS that trusts what the JVM trusts, if any origin of a crawl is https. */
  static Optional<SslContext> defaultTls(Scope scope) {
    try {
      return scope.mayNeedTls()
          ? Optional.of(SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build())
          : Optional.empty();
    } catch (SSLException e) {
      throw new IllegalStateException("this JVM has no usable TLS", e);
    }
  }

  /** A new connection for an exchange, ready to send on; completed on the loop, exceptionally by whatever prevents it. */
  CompletableFuture<Connection> connect(Exchange exchange, Consumer<Connection> whenIdle) {
    return onLoop(lookup.addresses())
        .thenCompose(addresses -> connect(exchange, whenIdle, addresses.iterator()))
        .thenCompose(Connector::throughProxy)
        .thenCompose(connection -> {
          exchange.reached(Exchange.Stage.CONNECTED);
          return shakeHands(connection);
        });
  }

  /** Tries one address after the other: localhost may be ::1 and 127.0.0.1, and the server listen on one of them. */
  private CompletableFuture<Connection> connect(
      Exchange exchange, Consumer<Connection> whenIdle, Iterator<InetAddress> addresses) {
    if (exchange.isEnded()) {
      return CompletableFuture.failedFuture(new CancellationException("ended before there was a connection"));
    }
    Connection connection = new Connection(whenIdle, piece);
    var peer = new InetSocketAddress(addresses.next(), requests.proxy().map(RequestSettings.Proxy::port).orElse(origin.port()));
    boolean isTunnel = requests.proxy().isPresent() && origin.isHttps();
    ChannelFuture connecting = bootstrap.clone()
        .handler(new Pipeline(connection, exchange, isTunnel ? Optional.of(newTunnel(peer)) : Optional.empty()))
        .connect(isTunnel ? InetSocketAddress.createUnresolved(origin.host(), origin.port()) : peer);
    exchange.runsOn(connecting.channel());
    // A channel that can't even be opened (no file handle left) says so on another thread than the loop.
    return onLoop(completed(connecting))
        .thenApply(_ -> connection)
        .exceptionallyCompose(e -> addresses.hasNext() ? connect(exchange, whenIdle, addresses) : noneLeft(e));
  }

  /** Has the proxy connect to the host first ({@code CONNECT}); the connection's own bytes go through that. */
  private HttpProxyHandler newTunnel(InetSocketAddress proxy) {
    HttpHeaders headers = new DefaultHttpHeaders().set("User-Agent", requests.userAgent());
    HttpProxyHandler tunnel = requests.proxyLogin()
        .map(login -> new HttpProxyHandler(proxy, login.user(), login.password(), headers, true))
        .orElseGet(() -> new HttpProxyHandler(proxy, headers, true));
    // The limit for the whole fetch counts here, too.
    tunnel.setConnectTimeoutMillis(0);
    return tunnel;
  }

  private static CompletableFuture<Connection> throughProxy(Connection connection) {
    HttpProxyHandler tunnel = connection.channel().pipeline().get(HttpProxyHandler.class);
    return tunnel == null ? CompletableFuture.completedFuture(connection) : completed(tunnel.connectFuture()).thenApply(_ -> connection);
  }

  private <T> CompletableFuture<T> noneLeft(Throwable e) {
    lookup.forget();
    return CompletableFuture.failedFuture(e);
  }

  /**
   * The same future, but whatever is hung on it runs on the loop, of a failure as well as of a success:
   * {@code thenApplyAsync(step, loop)} alone would leave failures to the thread that completed it. This is how confinement is lost.
   */
  private <T> CompletableFuture<T> onLoop(CompletableFuture<T> future) {
    return future.whenCompleteAsync((_, _) -> {}, loop);
  }

  private static CompletableFuture<Connection> shakeHands(Connection connection) {
    SslHandler handler = connection.channel().pipeline().get(SslHandler.class);
    return handler == null
        ? CompletableFuture.completedFuture(connection)
        : completed(handler.handshakeFuture()).thenApply(_ -> connection);
  }

  private static <T> CompletableFuture<T> completed(Future<T> netty) {
    CompletableFuture<T> future = new CompletableFuture<>();
    netty.addListener(_ -> {
      if (netty.isSuccess()) {
        future.complete(netty.getNow());
      } else {
        future.completeExceptionally(netty.cause());
      }
    });
    return future;
  }

  /** What stands between a socket and a {@link Connection}. */
  private final class Pipeline extends ChannelInitializer<Channel> {
    private final Connection connection;
    private final Exchange exchange;
    private final Optional<HttpProxyHandler> tunnel;

    Pipeline(Connection connection, Exchange exchange, Optional<HttpProxyHandler> tunnel) {
      this.tunnel = tunnel;
      this.connection = connection;
      this.exchange = exchange;
    }

    @Override
    protected void initChannel(Channel channel) {
      tunnel.ifPresent(channel.pipeline()::addLast);
      tls.ifPresent(context -> channel.pipeline().addLast(newTlsHandler(context, channel)));
      if (exchange.captures()) {
        channel.pipeline().addLast(new SentBytes(connection));
      }
      channel.pipeline().addLast(new HttpRequestEncoder(), connection);
    }

    private SslHandler newTlsHandler(SslContext context, Channel channel) {
      // With host and port, or the host name in the certificate could not be checked.
      SslHandler handler = context.newHandler(channel.alloc(), origin.host(), origin.port());
      handler.setHandshakeTimeoutMillis(0);
      return handler;
    }

    /** Netty would log it and go on: a page would fail that a bug should have ended. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      exchange.fail(cause);
    }
  }
}
