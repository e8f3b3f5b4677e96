package lab.lecture.probes;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import lab.crawl.Lane;
import lab.crawl.async.http.LoopFetcher;
import lab.crawl.fetch.BlockingFetcher;

/** Fetches that wait, by the crawlers' own clients. */
final class HoldingFetches {
  private HoldingFetches() {}

  /** A thread for each, of either kind, that fetches as all crawlers with threads do. */
  static final class ByThreads extends Holding {
    private final Thread.Builder builder;
    private final BlockingFetcher fetcher;

    ByThreads(Thread.Builder builder, String server, int width) {
      super(server);
      this.builder = builder;
      this.fetcher = new BlockingFetcher(plan(server, width));
    }

    @Override
    void begin() {
      builder.start(() -> fetch("/hold", this::answered));
    }

    @Override
    void ping(CountDownLatch pong) {
      builder.start(() -> fetch("/", pong::countDown));
    }

    private void fetch(String path, Runnable then) {
      try {
        text(fetcher.fetch(server.resolve(path)));
        then.run();
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

  /** One loop for all, that fetches as the crawler with the loop does. */
  static final class ByLoop extends Holding {
    private static final ThreadFactory THREADS = task -> new FastThreadLocalThread(task, "loop");

    private final EventLoop loop = new SingleThreadIoEventLoop(null, THREADS, NioIoHandler.newFactory());
    private final LoopFetcher fetcher;

    ByLoop(String server, int width) {
      super(server);
      this.fetcher = new LoopFetcher(plan(server, width), loop);
    }

    @Override
    void begin() {
      fetch("/hold", this::answered);
    }

    @Override
    void ping(CountDownLatch pong) {
      fetch("/", pong::countDown);
    }

    private void fetch(String path, Runnable then) {
      loop.execute(() -> fetcher.fetch(server.resolve(path), Lane.NONE).thenAccept(result -> {
        text(result);
        then.run();
      }));
    }

    @Override
    public void close() {
      fetcher.close();
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      super.close();
    }
  }
}
