package lab.crawl.async.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpRequestEncoder;
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
import lab.crawl.CrawlPlan;
import okhttp3.HttpUrl;

/** Makes connections to one origin: looks up its addresses, connects to one of them, shakes hands if it is https. */
final class Connector {
  private final CrawlPlan plan;
  private final HttpUrl origin;
  private final EventLoop loop;
  private final Optional<SslContext> tls;
  private final Consumer<Connection> whenIdle;
  private final HostLookup lookup;
  private final Bootstrap bootstrap;

  /**
   * For the origin of a plan's seed.
   *
   * @param tls present if that is https
   * @param whenIdle takes each connection that could serve another exchange
   */
  Connector(CrawlPlan plan, EventLoop loop, Optional<SslContext> tls, Consumer<Connection> whenIdle) {
    this.plan = plan;
    this.origin = plan.seed();
    this.loop = loop;
    this.tls = tls;
    this.whenIdle = whenIdle;
    this.lookup = new HostLookup(origin.host());
    this.bootstrap = new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .disableResolver()
        // The limit for the whole fetch counts here, too.
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
  }

  /** TLS that trusts what the JVM trusts, if the origin is https. */
  static Optional<SslContext> defaultTls(HttpUrl origin) {
    try {
      return origin.isHttps()
          ? Optional.of(SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build())
          : Optional.empty();
    } catch (SSLException e) {
      throw new IllegalStateException("this JVM has no usable TLS", e);
    }
  }

  /** A new connection for an exchange, ready to send on; completed exceptionally by whatever prevents it. */
  CompletableFuture<Connection> connect(Exchange exchange) {
    return lookup.addresses()
        .thenComposeAsync(addresses -> connect(exchange, addresses.iterator()), loop)
        .thenCompose(connection -> {
          exchange.reached(Exchange.Stage.CONNECTED);
          return shakeHands(connection);
        });
  }

  /** Tries one address after the other: localhost may be ::1 and 127.0.0.1, and the server listen on one of them. */
  private CompletableFuture<Connection> connect(Exchange exchange, Iterator<InetAddress> addresses) {
    if (exchange.isEnded()) {
      return CompletableFuture.failedFuture(new CancellationException("ended before there was a connection"));
    }
    Connection connection = new Connection(plan.fetch().maxBodyBytes(), whenIdle);
    ChannelFuture connecting = bootstrap.clone()
        .handler(new Pipeline(connection, exchange))
        .connect(new InetSocketAddress(addresses.next(), origin.port()));
    exchange.runsOn(connecting.channel());
    // Async, for a channel that can't even be opened (no file handle left) says so on another thread than the loop.
    return completed(connecting)
        .thenApplyAsync(_ -> connection, loop)
        .exceptionallyComposeAsync(
            e -> addresses.hasNext() ? connect(exchange, addresses) : CompletableFuture.failedFuture(e), loop);
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

    Pipeline(Connection connection, Exchange exchange) {
      this.connection = connection;
      this.exchange = exchange;
    }

    @Override
    protected void initChannel(Channel channel) {
      tls.ifPresent(context -> channel.pipeline().addLast(newTlsHandler(context, channel)));
      channel.pipeline().addLast(new ReplyDecoder(), new HttpRequestEncoder(), connection);
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
