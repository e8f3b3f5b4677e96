package lab.crawl.async.http;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import okhttp3.HttpUrl;

/** A {@link LoopFetcher} on a loop of its own, for tests that may wait. */
final class LoopClient implements AutoCloseable {
  /** The name of the loop's thread. */
  static final String LOOP = "test-loop";

  private final EventLoop loop;
  private final LoopFetcher fetcher;

  LoopClient(CrawlPlan plan) {
    this(plan, Connector.defaultTls(plan.scope()));
  }

  LoopClient(CrawlPlan plan, Optional<SslContext> tls) {
    ThreadFactory threads = task -> new Thread(task, LOOP);
    this.loop = new SingleThreadIoEventLoop(null, threads, NioIoHandler.newFactory());
    this.fetcher = new LoopFetcher(plan, loop, tls);
  }

  EventLoop loop() {
    return loop;
  }

  CompletableFuture<FetchResult> begin(String url) {
    return begin(url, Lane.NONE);
  }

  private CompletableFuture<FetchResult> begin(String url, Lane lane) {
    return CompletableFuture.supplyAsync(() -> fetcher.fetch(HttpUrl.get(url), lane), loop).thenCompose(result -> result);
  }

  /** Fetches and waits; a result that never comes fails the test. */
  FetchResult fetch(String url) throws Exception {
    return fetch(url, Lane.NONE);
  }

  /** The same, with its spans on a lane. */
  FetchResult fetch(String url, Lane lane) throws Exception {
    try {
      return begin(url, lane).get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  /** The same twice; in between the loop is busy, and reads nothing. */
  FetchResult fetch(String first, Callable<?> busy, String second) throws Exception {
    return CompletableFuture.supplyAsync(() -> fetcher.fetch(HttpUrl.get(first), Lane.NONE).thenCompose(_ -> {
      try {
        busy.call();
      } catch (Exception e) {
        throw new CompletionException(e);
      }
      return fetcher.fetch(HttpUrl.get(second), Lane.NONE);
    }), loop).thenCompose(result -> result).get(60, TimeUnit.SECONDS);
  }

  /** The name of the thread that hears of the result; a result that never comes fails the test. */
  String hearsOn(String url) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> fetcher.fetch(HttpUrl.get(url), Lane.NONE).handle((_, _) -> Thread.currentThread().getName()), loop)
        .thenCompose(thread -> thread).get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    fetcher.close();
    loop.shutdownGracefully(0, 30, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
