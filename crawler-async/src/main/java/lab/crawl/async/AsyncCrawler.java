package lab.crawl.async;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.CrawlerThreads;
import lab.crawl.FetchResult;
import lab.crawl.Frontier;
import lab.crawl.Lane;
import lab.crawl.Next;
import lab.crawl.Visited;
import lab.crawl.async.http.Fetcher;
import lab.crawl.async.http.LoopFetcher;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * One thread, many pages at once: an event loop asks for many pages and never waits for one; it does what can be done next,
 * one short step after another, and a step is never interrupted by another one.
 *
 * <p><strong>Where the mutable state lives:</strong> in the fields of each {@link Crawl}, confined to the loop: its thread
 * alone ever touches them, so that nothing needs a lock. What comes from another thread comes as a step for the loop.
 *
 * <p>A crawl that was interrupted, or that a bug ended, takes the connections with it: the crawler can then only be closed.
 */
public final class AsyncCrawler implements Crawler {
  /** How long the loop may take to end the step that it is at, before {@link #close()} leaves it alone. */
  private static final long PATIENCE_SECONDS = 30;

  private final CrawlPlan plan;
  private final Fetcher fetcher;
  private final PageProcessor processor;
  private final EventLoop loop;
  private final ExecutorService worker;

  private AsyncCrawler(CrawlPlan plan, EventLoop loop, Fetcher fetcher, ExecutorService worker) {
    this.plan = plan;
    this.fetcher = fetcher;
    this.processor = new PageProcessor(plan);
    this.loop = loop;
    this.worker = worker;
  }

  /** The loop parses and computes as well, as in most asyncio programs: while it works, it hears of no reply. */
  public static AsyncCrawler onLoop(CrawlPlan plan) {
    EventLoop loop = newLoop();
    return new AsyncCrawler(plan, loop, new LoopFetcher(plan, loop), loop);
  }

  /** The loop hands what needs the processor to a fixed pool of one thread per core, and only fetches. */
  public static AsyncCrawler offloading(CrawlPlan plan) {
    EventLoop loop = newLoop();
    var threads = new CrawlerThreads("crawler-cpu-");
    int cores = Runtime.getRuntime().availableProcessors();
    return new AsyncCrawler(plan, loop, new LoopFetcher(plan, loop), Executors.newFixedThreadPool(cores, threads));
  }

  /** The same with another fetcher, which is closed with the crawler: a lab shows what becomes of a loop that somebody blocks. */
  public static AsyncCrawler fetchingBy(CrawlPlan plan, Fetcher fetcher) {
    EventLoop loop = newLoop();
    return new AsyncCrawler(plan, loop, fetcher, loop);
  }

  private static EventLoop newLoop() {
    ThreadFactory threads = task -> new FastThreadLocalThread(task, "crawler-loop");
    return new SingleThreadIoEventLoop(null, threads, NioIoHandler.newFactory());
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Crawl crawl = new Crawl(new Frontier(plan, listener), listener);
    try {
      crawl.visitAll();
    } catch (InterruptedException e) {
      crawl.stop();
      Thread.currentThread().interrupt();
    }
    return crawl.result();
  }

  @Override
  public void close() {
    fetcher.close();
    if (worker != loop) {
      // Not worker.close() alone: it would first finish all that is queued.
      worker.shutdownNow();
      worker.close();
    }
    loop.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** One crawl: the state that the loop owns, and the steps that change it. */
  private final class Crawl {
    private final Frontier frontier;
    private final CrawlListener listener;
    private final Lane fetches;
    /** Set once, by whichever thread ends the crawl; the one thing here that other threads than the loop may touch. */
    private final Promise<Void> over = loop.newPromise();

    private int fetching;
    private int out;
    private Future<?> alarm = loop.newSucceededFuture(null);

    Crawl(Frontier frontier, CrawlListener listener) {
      this.frontier = frontier;
      this.listener = listener;
      this.fetches = listener.stack("fetch");
    }

    /** Waits until the last page is visited; the loop does the rest. */
    void visitAll() throws InterruptedException {
      LoopLag.watch(loop, listener.lane("loop lag"), over);
      step(loop, this::handOut, null);
      over.await();
    }

    /** After this no step of this crawl begins any more. */
    void stop() {
      over.trySuccess(null);
      fetcher.close();
    }

    /**
     * Fills the free slots. A slot is a fetch and not a page: it is free again when the reply is there, so that the next page
     * is on its way while this one is worked on. So that replies can't pile up when the network is faster than the work, no
     * more than twice as many pages are out as the plan is wide.
     */
    private void handOut() {
      int width = plan.concurrency();
      Next next = Next.NOTHING_YET;
      while (fetching < width && out < 2 * width && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        visit(url);
      }
      if (next instanceof Next.NotBefore moment) {
        alarm.cancel(false);
        alarm = loop.schedule(() -> step(loop, this::handOut, null), moment.fromNow().toNanos(), TimeUnit.NANOSECONDS);
      } else if (next == Next.OVER) {
        over.trySuccess(null);
      }
    }

    private void visit(HttpUrl url) {
      fetching++;
      out++;
      fetcher.fetch(url, fetches)
          .thenAccept(result -> step(loop, () -> fetched(url, result), url))
          // What a future passes on comes wrapped in a CompletionException.
          .exceptionally(e -> fail(e.getCause(), url));
    }

    private void fetched(HttpUrl url, FetchResult result) {
      fetching--;
      handOut();
      step(worker, () -> process(url, result), url);
    }

    private void process(HttpUrl url, FetchResult result) {
      Visited visited = processor.process(url, result, listener.lane());
      if (loop.inEventLoop()) {
        record(visited);
      } else {
        step(loop, () -> record(visited), url);
      }
    }

    private void record(Visited visited) {
      out--;
      frontier.record(visited);
      handOut();
    }

    /** Has one step run by the loop or the worker, unless the crawl is over by then. What a step throws is a bug. */
    private void step(Executor executor, Runnable step, HttpUrl url) {
      executor.execute(() -> {
        try {
          if (!over.isDone()) {
            step.run();
          }
        } catch (Throwable e) {
          fail(e, url);
        }
      });
    }

    private Void fail(Throwable e, HttpUrl url) {
      if (!loop.inEventLoop()) {
        loop.execute(() -> fail(e, url));
      } else if (!over.isDone()) {
        over.tryFailure(frontier.endedBy(e, url));
        fetcher.close();
      }
      return null;
    }

    CrawlResult result() {
      if (over.cause() instanceof CrawlBugException bug) {
        throw bug;
      }
      Future<CrawlResult> result = loop.submit(frontier::result);
      if (!result.awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the loop is still busy with one step after " + PATIENCE_SECONDS + " s");
      }
      return result.syncUninterruptibly().getNow();
    }
  }
}
