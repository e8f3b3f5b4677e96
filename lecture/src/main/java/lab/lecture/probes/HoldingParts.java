package lab.lecture.probes;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import lab.crawl.fetch.BlockingFetcher;

/** The parts that a fetch that waits is made of, each by itself. */
final class HoldingParts {
  private HoldingParts() {}

  /** Threads that wait for a signal, and fetch nothing. */
  static class OnlyThreads extends Holding {
    private final Thread.Builder builder;
    private final CountDownLatch signal = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);

    OnlyThreads(Thread.Builder builder, String server) {
      super(server);
      this.builder = builder;
    }

    @Override
    void begin() {
      builder.start(() -> {
        beforeItWaits();
        arrived.release();
        try {
          signal.await();
          answered();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }

    /** Nothing here. */
    void beforeItWaits() {}

    @Override
    void ping(CountDownLatch pong) {
      builder.start(pong::countDown);
    }

    @Override
    int held() {
      return arrived.availablePermits();
    }

    @Override
    void release() throws InterruptedException {
      signal.countDown();
      awaitDone();
    }
  }

  /** The same, after a fetch each: its stack is as large as it ever was, though nothing is on it any more. */
  static final class UsedThreads extends OnlyThreads {
    /** So few that the connections that it keeps don't matter. */
    private static final int CONNECTIONS = 4;

    private final BlockingFetcher fetcher;

    UsedThreads(String server) {
      super(Thread.ofPlatform().daemon(), server);
      this.fetcher = new BlockingFetcher(plan(server, CONNECTIONS));
    }

    @Override
    void beforeItWaits() {
      try {
        text(fetcher.fetch(server.resolve("/")));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      fetcher.close();
      super.close();
    }
  }

  /** Netty's channels with nothing in their pipelines, all on one loop. */
  static final class OnlyChannels extends Holding {
    private static final ThreadFactory THREADS = task -> new FastThreadLocalThread(task, "loop");

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, THREADS, NioIoHandler.newFactory());
    private final Bootstrap connector = new Bootstrap().group(loop).channel(NioSocketChannel.class).handler(new Empty());

    private static final class Empty extends ChannelInitializer<Channel> {
      @Override
      protected void initChannel(Channel channel) {}
    }

    OnlyChannels(String server) {
      super(server);
    }

    @Override
    void begin() {
      connector.connect(server.host(), server.port()).addListener((ChannelFutureListener) connected -> {
        connected.channel().writeAndFlush(Unpooled.wrappedBuffer(OnlySockets.REQUEST));
        answered();
      });
    }

    @Override
    void ping(CountDownLatch pong) {
      pong.countDown();
    }

    @Override
    public void close() {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      super.close();
    }
  }

  /** Sockets on which a request was sent, and nobody who reads. */
  static final class OnlySockets extends Holding {
    private static final byte[] REQUEST = "GET /hold HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> sockets = new ArrayList<>();

    OnlySockets(String server) {
      super(server);
    }

    @Override
    void begin() throws Exception {
      SocketChannel socket = SocketChannel.open(new InetSocketAddress(server.host(), server.port()));
      socket.configureBlocking(false);
      socket.write(ByteBuffer.wrap(REQUEST));
      sockets.add(socket);
      answered();
    }

    @Override
    void ping(CountDownLatch pong) {
      pong.countDown();
    }

    @Override
    public void close() {
      sockets.forEach(OnlySockets::close);
      super.close();
    }

    private static void close(SocketChannel socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
