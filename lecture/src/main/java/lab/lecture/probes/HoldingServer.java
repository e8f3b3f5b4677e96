package lab.lecture.probes;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * A server that keeps whoever asks waiting: {@code /hold} is answered when somebody asks for {@code /release}; {@code /held} says how many wait.
 * Processes that are to wait at the same time say {@code /arrived}, and ask by {@code /arrivals} how many have. Any other path is answered at
 * once. It goes on until its JVM ends.
 *
 * <p>Arguments: the last part of its address on 127.0.0 (1), so that there can be more connections than one address has ports. Figures:
 * {@code port}.
 */
final class HoldingServer implements Probe {
  private static final int BACKLOG = 4_096;

  /** All connections are on one loop, whose own this is. */
  private final List<ChannelHandlerContext> held = new ArrayList<>();
  private int arrivals;

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    String address = "127.0.0." + arguments.number(0, "address", 1, 254);
    MultiThreadIoEventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(1, (ThreadFactory) HoldingServer::daemon, NioIoHandler.newFactory());
    Channel server = new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childHandler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new HttpServerCodec(), new Handler());
          }
        })
        .bind(address, 0).sync().channel();
    return Map.of("port", (double) ((InetSocketAddress) server.localAddress()).getPort());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new FastThreadLocalThread(task, "server");
    thread.setDaemon(true);
    return thread;
  }

  private final class Handler extends SimpleChannelInboundHandler<HttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext connection, HttpRequest request) {
      switch (request.uri()) {
        case "/hold" -> held.add(connection);
        case "/held" -> answer(connection, String.valueOf(held.size()));
        case "/arrived", "/arrivals" -> {
          arrivals += request.uri().equals("/arrived") ? 1 : 0;
          answer(connection, String.valueOf(arrivals));
        }
        case "/release" -> {
          held.forEach(one -> answer(one, "released"));
          held.clear();
          answer(connection, "");
        }
        default -> answer(connection, "here");
      }
    }

    /** Whoever waits may leave at any time. */
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
      if (cause instanceof IOException) {
        connection.close();
      } else {
        connection.fireExceptionCaught(cause);
      }
    }
  }

  private static void answer(ChannelHandlerContext connection, String body) {
    ByteBuf bytes = Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII);
    DefaultFullHttpResponse reply = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, bytes);
    reply.headers().set(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes()).set(HttpHeaderNames.CONTENT_TYPE, "text/plain");
    connection.writeAndFlush(reply);
  }
}
