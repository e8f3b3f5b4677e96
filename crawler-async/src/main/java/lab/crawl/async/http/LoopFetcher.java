package lab.crawl.async.http;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.fetch.FetchSpans;
import okhttp3.HttpUrl;

/**
 * Fetches on an event loop: nobody waits, and whoever asked is told when the reply is there. The counterpart of
 * {@link lab.crawl.fetch.BlockingFetcher}: the same requests, retries and failures.
 *
 * <p>It serves one origin, that of the plan's seed, for a crawl never leaves it. Its state is confined to the loop.
 */
public final class LoopFetcher implements Fetcher {
  private final EventLoop loop;
  private final Connections connections;
  private final CrawlPlan plan;
  private final Set<Exchange> running = new HashSet<>();
  private boolean closed;

  /** For the fetches of one plan. Connections are made when they are needed, as many as there are fetches at a time. */
  public LoopFetcher(CrawlPlan plan, EventLoop loop) {
    this(plan, loop, Connector.defaultTls(plan.seed()));
  }

  LoopFetcher(CrawlPlan plan, EventLoop loop, Optional<SslContext> tls) {
    this.loop = loop;
    this.plan = plan;
    this.connections = new Connections(idle -> new Connector(plan, loop, tls, idle)::connect);
  }

  @Override
  public CompletableFuture<FetchResult> fetch(HttpUrl url, Lane lane) {
    return attempt(url, lane);
  }

  private CompletableFuture<FetchResult> attempt(HttpUrl url, Lane lane) {
    Exchange exchange = newExchange(url, lane);
    connections.send(exchange);
    return exchange.result().thenCompose(result ->
        exchange.hadNoReplyOnReusedConnection(result)
            ? onFreshConnection(url, lane)
            : CompletableFuture.completedFuture(result));
  }

  /**
   * A kept-alive connection may be closed by the server just as the next request is sent: nobody's fault, so the request is
   * sent once more, and that does not count as a retry (RFC 9112, 9.3.1).
   */
  private CompletableFuture<FetchResult> onFreshConnection(HttpUrl url, Lane lane) {
    connections.evictIdle();
    Exchange exchange = newExchange(url, lane);
    connections.send(exchange);
    return exchange.result();
  }

  private Exchange newExchange(HttpUrl url, Lane lane) {
    if (closed) {
      throw new CancellationException("the crawler is closed");
    }
    Exchange exchange = new Exchange(url, plan, loop, new FetchSpans(url, lane));
    running.add(exchange);
    exchange.result().whenComplete((_, _) -> running.remove(exchange));
    return exchange;
  }

  /** Has the loop close all connections. */
  @Override
  public void close() {
    // A loop that is shutting down takes no more steps; whoever shuts it down has called this before.
    if (!loop.isShuttingDown()) {
      loop.execute(this::closeNow);
    }
  }

  private void closeNow() {
    closed = true;
    List.copyOf(running).forEach(exchange -> exchange.fail(new CancellationException("the crawler is closed")));
    connections.close();
  }
}
