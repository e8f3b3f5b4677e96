package lab.lecture.probes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lab.crawl.Body;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.fetch.BlockingFetcher;
import okhttp3.HttpUrl;

/** Those who wait at a {@link HoldingServer}, each in its own way; and a line to that server beside them. */
abstract class Holding implements AutoCloseable {
  /** Who can wait: fetches of the three designs, and the parts that they are made of. */
  static final List<String> NAMES = List.of("threads", "virtual", "loop", "platform-thread", "used-thread", "virtual-thread", "socket", "channel");

  private static final long ANSWERED_SECONDS = 60;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  final HttpUrl server;
  private final BlockingFetcher line;
  private final Semaphore done = new Semaphore(0);
  private int asked;

  Holding(String server) {
    this.server = HttpUrl.get(server);
    this.line = new BlockingFetcher(plan(server, 1));
  }

  /** The one of that name, for so many fetches at a time. */
  static Holding of(String who, String server, int width) {
    return switch (who) {
      case "threads" -> new HoldingFetches.ByThreads(Thread.ofPlatform().daemon(), server, width);
      case "virtual" -> new HoldingFetches.ByThreads(Thread.ofVirtual(), server, width);
      case "loop" -> new HoldingFetches.ByLoop(server, width);
      case "platform-thread" -> new HoldingParts.OnlyThreads(Thread.ofPlatform().daemon(), server);
      case "used-thread" -> new HoldingParts.UsedThreads(server);
      case "virtual-thread" -> new HoldingParts.OnlyThreads(Thread.ofVirtual(), server);
      case "channel" -> new HoldingParts.OnlyChannels(server);
      default -> new HoldingParts.OnlySockets(server);
    };
  }

  static CrawlPlan plan(String server, int width) {
    return CrawlPlan.of(server + "/").concurrency(width).timeout(Duration.ofMinutes(5)).build();
  }

  /** Has more of them wait; how many the system has let. */
  int ask(int more) throws Exception {
    for (int i = 0; i < more; i++) {
      try {
        begin();
        asked++;
      } catch (OutOfMemoryError e) {
        // "unable to create native thread": it says memory, and means any limit on threads.
        System.err.println(asked + " wait, the next was refused: " + e.getMessage());
        return i;
      }
    }
    return more;
  }

  /** Begins one; it calls {@link #answered} in the end. */
  abstract void begin() throws Exception;

  /** One that is answered at once, in the same way. */
  abstract void ping(CountDownLatch pong) throws Exception;

  final void answered() {
    done.release();
  }

  /** How many wait. */
  int held() throws Exception {
    return Integer.parseInt(get("/held"));
  }

  /** Waits until as many processes have come here, to another server: then all that wait in any of them do so at the same time. */
  void meet(HttpUrl where, int processes) throws InterruptedException {
    int come = Integer.parseInt(text(line.fetch(where.resolve("/arrived"))));
    while (come < processes) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      come = Integer.parseInt(text(line.fetch(where.resolve("/arrivals"))));
    }
  }

  /** Answers all, and waits until each has it. */
  void release() throws Exception {
    get("/release");
    awaitDone();
  }

  final void awaitDone() throws InterruptedException {
    if (!done.tryAcquire(asked, ANSWERED_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(done.availablePermits() + " of " + asked + " were answered");
    }
    asked = 0;
  }

  private String get(String path) throws InterruptedException {
    return text(line.fetch(server.resolve(path)));
  }

  static String text(FetchResult result) {
    if (result instanceof FetchResult.Reply reply) {
      try (Body body = reply.body()) {
        return new String(body.head(100), StandardCharsets.US_ASCII);
      }
    }
    throw new IllegalStateException("not fetched: " + result);
  }

  @Override
  public void close() {
    line.close();
  }
}
