package lab.crawl.async.http;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.Spool;
import lab.crawl.Urls;
import lab.crawl.fetch.FetchSpans;
import lab.crawl.fetch.Requests;
import lab.crawl.reply.ReplyReader;
import okhttp3.HttpUrl;

/**
 * Fetches on an event loop: nobody waits, and whoever asked is told when the reply is there. The counterpart of
 * {@link lab.crawl.fetch.BlockingFetcher}: the same requests, replies and failures.
 *
 * <p>Each origin has its own connections, and all of them together keep as many idle ones as the plan is wide. Its state is confined to the loop.
 */
public final class LoopFetcher implements Fetcher {
  private final EventLoop loop;
  private final Optional<SslContext> tls;
  private final byte[] piece = new byte[16 << 10];
  private final IdleConnections idle;
  private final Map<String, Connections> connections = new HashMap<>();
  private final CrawlPlan plan;
  private final Requests requests;
  private final Spool spool;
  private final Set<Exchange> running = new HashSet<>();
  private boolean closed;

  /** For the fetches of one plan. Connections are made when they are needed, as many as there are fetches at a time. */
  public LoopFetcher(CrawlPlan plan, EventLoop loop) {
    this(plan, loop, Connector.defaultTls(plan.scope()));
  }

  LoopFetcher(CrawlPlan plan, EventLoop loop, Optional<SslContext> tls) {
    this.loop = loop;
    this.plan = plan;
    this.requests = new Requests(plan);
    this.spool = new Spool(plan.work().out());
    this.tls = tls;
    this.idle = new IdleConnections(plan.concurrency());
  }

  @Override
  public CompletableFuture<FetchResult> fetch(HttpUrl url, Lane lane) {
    Exchange exchange = newExchange(url, lane);
    connections(url).send(exchange);
    return exchange.result().thenCompose(result ->
            exchange.isStale(result) ? onNewConnection(url, lane) : CompletableFuture.completedFuture(result))
        .thenApply(result -> {
          requests.heard(url, result);
          return result;
        });
  }

  /** Not a retry: a server that closes a kept-alive connection just then is nobody's fault (RFC 9112, 9.3.1). */
  private CompletableFuture<FetchResult> onNewConnection(HttpUrl url, Lane lane) {
    Exchange exchange = newExchange(url, lane);
    connections(url).sendOnNew(exchange);
    return exchange.result();
  }

  private Connections connections(HttpUrl url) {
    return connections.computeIfAbsent(
        Urls.origin(url.toString()), _ -> new Connections(newConnector(url)::connect, idle, !plan.politeness().delays(url)));
  }

  private Connector newConnector(HttpUrl origin) {
    return new Connector(origin, loop, tls.filter(_ -> origin.isHttps()), piece, requests);
  }

  private Exchange newExchange(HttpUrl url, Lane lane) {
    if (closed) {
      throw new CancellationException("the crawler is closed");
    }
    Exchange exchange = new Exchange(
        url, requests, loop, new FetchSpans(url, lane), ReplyReader.of(plan, spool, url));
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
    connections.values().forEach(Connections::close);
    spool.close();
  }
}
