package lab.crawl.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.X509TrustManager;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.RequestSettings;
import lab.crawl.Spool;
import lab.crawl.reply.ReplyReader;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches with OkHttp: the calling thread waits until the reply is there. One fetcher serves any number of threads.
 *
 * <p>What OkHttp would decide by itself is switched off, so that every variant sends the same requests: redirects belong to
 * the crawl, retries to its frontier, and the waiting to the calling thread. Replies are read below OkHttp, by a {@link ReplyFilter}.
 */
public final class BlockingFetcher implements AutoCloseable {
  private final Clients plain;
  /** The same as {@link #plain} if no URL of the crawl is https. */
  private final Clients secure;
  private final CrawlPlan plan;
  private final Requests requests;
  private final Spool spool;

  /** For the fetches of one plan: keeps as many idle connections as the plan is wide. */
  public BlockingFetcher(CrawlPlan plan) {
    this(plan, UnaryOperator.identity());
  }

  /** The same with a change to the client, for tests. */
  BlockingFetcher(CrawlPlan plan, UnaryOperator<OkHttpClient.Builder> change) {
    this.plan = plan;
    this.requests = new Requests(plan);
    this.spool = new Spool(plan.work().out());
    this.plain = Clients.of(change.apply(withoutTls(builder(plan, requests))).build());
    this.secure = plan.scope().mayNeedTls()
        ? Clients.of(change.apply(withTls(builder(plan, requests), TlsSockets.defaultTrust())).build())
        : plain;
  }

  /** Their sockets differ: what is read below OkHttp is the socket of the one and what was decrypted for the other. */
  private record Clients(OkHttpClient kept, OkHttpClient fresh) {
    static Clients of(OkHttpClient client) {
      return new Clients(client, client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build());
    }

    void close() {
      kept.connectionPool().evictAll();
      kept.dispatcher().executorService().shutdown();
    }
  }

  private static OkHttpClient.Builder builder(CrawlPlan plan, Requests requests) {
    return new OkHttpClient.Builder()
        .proxy(requests.proxy().map(BlockingFetcher::proxy).orElse(Proxy.NO_PROXY))
        .proxyAuthenticator((_, reply) -> tunnel(reply, plan, requests))
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(plan.concurrency(), 5, TimeUnit.MINUTES))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        // Else another thread connects, one for each connection, and tries several addresses at a time.
        .fastFallback(false)
        .callTimeout(plan.fetch().timeout())
        // One limit for the whole fetch: a body that drips would never exceed a limit per read.
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .eventListenerFactory(call -> call.request().tag(Watch.class));
  }

  private static Proxy proxy(RequestSettings.Proxy proxy) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  /** The request for a tunnel to a host. OkHttp asks for it before it asks the proxy, and again if the proxy is not content. */
  private static Request tunnel(Response reply, CrawlPlan plan, Requests requests) {
    if (reply.challenges().stream().noneMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"))) {
      return null;
    }
    Request.Builder request = reply.request().newBuilder().header("User-Agent", plan.fetch().userAgent());
    requests.proxyAuthorization().ifPresent(login -> request.header("Proxy-Authorization", login));
    return request.build();
  }

  /** Where no URL is https, this does: reading all the certificates is a third of a start. */
  private static OkHttpClient.Builder withoutTls(OkHttpClient.Builder builder) {
    return builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).socketFactory(new Sockets(true));
  }

  /** Certificates are checked by that trust manager. */
  static OkHttpClient.Builder withTls(OkHttpClient.Builder builder, X509TrustManager trust) {
    return builder.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
        .socketFactory(new Sockets(false))
        .sslSocketFactory(new TlsSockets(trust), trust);
  }

  /**
   * Fetches a URL once: whether it is tried again is up to the crawl's frontier.
   *
   * @param lane the lane of the calling thread
   * @return never null
   * @throws InterruptedException if the thread is interrupted meanwhile; its connection is then closed
   */
  public FetchResult fetch(HttpUrl url, Lane lane) throws InterruptedException {
    Watch watch = newWatch(url, lane);
    Clients clients = url.isHttps() ? secure : plain;
    FetchResult first = exchange(plan.politeness().delays(url) ? clients.fresh : clients.kept, url, watch);
    // Not a retry: a server that closes a kept-alive connection just then is nobody's fault (RFC 9112, 9.3.1).
    FetchResult result = watch.isStale(first) ? exchange(clients.fresh, url, newWatch(url, lane)) : first;
    requests.heard(url, result);
    return result;
  }

  /** The same, for which nobody keeps a timeline. */
  public FetchResult fetch(HttpUrl url) throws InterruptedException {
    return fetch(url, Lane.NONE);
  }

  private Watch newWatch(HttpUrl url, Lane lane) {
    return new Watch(requests, new FetchSpans(url, lane), ReplyReader.of(plan, spool, url));
  }

  private FetchResult exchange(OkHttpClient with, HttpUrl url, Watch watch) throws InterruptedException {
    try (ReplyReader reader = watch.reader) {
      call(with, url, watch);
      return reader.whole();
    } catch (IOException e) {
      throwIfInterrupted();
      return watch.reader.decided().orElseGet(() -> Failures.of(e, watch.connected));
    } finally {
      watch.spans.end();
    }
  }

  private void call(OkHttpClient with, HttpUrl url, Watch watch) throws IOException {
    // OkHttp asks for gzip by itself, and then finds nothing to undo: the filter has told it of an empty reply.
    Call call = with.newCall(new Request.Builder()
        .url(url)
        .headers(requests.headers(url, watch.reader.conditions()))
        .tag(Watch.class, watch)
        .build());
    try (Response _ = call.execute()) {
      // The filter has read the reply, and the watch has taken it.
    } catch (RuntimeException e) {
      call.cancel();
      throw LibraryFault.of(e);
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Closes all idle connections. */
  @Override
  public void close() {
    plain.close();
    secure.close();
    spool.close();
  }
}
