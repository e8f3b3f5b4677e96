package lab.crawl.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.crawl.Body;
import lab.crawl.BodyTooLongException;
import lab.crawl.BodyWriter;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.FetchSettings;
import lab.crawl.Lane;
import lab.crawl.Spool;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Fetches with OkHttp: the calling thread waits until the reply is there. One fetcher serves any number of threads.
 *
 * <p>What OkHttp would decide by itself is switched off, so that every variant sends the same requests: redirects belong to
 * the crawl, retries to its frontier, and the waiting to the calling thread.
 */
public final class BlockingFetcher implements AutoCloseable {
  private final OkHttpClient client;
  private final OkHttpClient freshClient;
  private final FetchSettings settings;
  private final Spool spool;

  /** For the fetches of one plan: keeps as many idle connections as the plan is wide. */
  public BlockingFetcher(CrawlPlan plan) {
    this.settings = plan.fetch();
    this.spool = new Spool(plan.work().out());
    this.client =
        new OkHttpClient.Builder()
            .socketFactory(new InterruptibleSockets())
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionSpecs(connectionSpecs(plan))
            .connectionPool(new ConnectionPool(plan.concurrency(), 5, TimeUnit.MINUTES))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            // Else another thread connects, one for each connection, and tries several addresses at a time.
            .fastFallback(false)
            .addNetworkInterceptor(BlockingFetcher::hideStatus)
            .callTimeout(settings.timeout())
            // One limit for the whole fetch: a body that drips would never exceed a limit per read.
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .eventListenerFactory(ConnectionWatch.FACTORY)
            .build();
    this.freshClient = client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
  }

  /** A crawl stays at its seed's origin. Where that is not https, reading all the certificates is a third of a start. */
  private static List<ConnectionSpec> connectionSpecs(CrawlPlan plan) {
    return List.of(plan.seed().isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT);
  }

  /** OkHttp acts on statuses: 503 with {@code Retry-After: 0} is sent again, 407 throws. The watch has the real one. */
  private static Response hideStatus(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503 || response.code() == 407 ? response.newBuilder().code(500).build() : response;
  }

  /**
   * Fetches a URL once: whether it is tried again is up to the crawl's frontier.
   *
   * @param lane the lane of the calling thread
   * @return never null
   * @throws InterruptedException if the thread is interrupted meanwhile; its connection is then closed
   */
  public FetchResult fetch(HttpUrl url, Lane lane) throws InterruptedException {
    return attempt(url, lane);
  }

  /** The same, for which nobody keeps a timeline. */
  public FetchResult fetch(HttpUrl url) throws InterruptedException {
    return fetch(url, Lane.NONE);
  }

  private FetchResult attempt(HttpUrl url, Lane lane) throws InterruptedException {
    Request request = new Request.Builder().url(url).header("User-Agent", settings.userAgent()).build();
    ConnectionWatch watch = new ConnectionWatch(new FetchSpans(url, lane));
    try {
      return exchange(client, request, watch);
    } catch (IOException e) {
      throwIfInterrupted();
      FetchResult.Failure failure = watch.failure(e);
      boolean stale = failure.kind() == FailureKind.CONNECTION_LOST && watch.hadNoReplyOnReusedConnection();
      return stale ? onFreshConnection(request, lane) : failure;
    }
  }

  /**
   * A kept-alive connection may be closed by the server just as the next request is sent: nobody's fault, so the request is
   * sent once more, and that does not count as a retry (RFC 9112, 9.3.1).
   */
  private FetchResult onFreshConnection(Request request, Lane lane) throws InterruptedException {
    ConnectionWatch watch = new ConnectionWatch(new FetchSpans(request.url(), lane));
    try {
      return exchange(freshClient, request, watch);
    } catch (IOException e) {
      throwIfInterrupted();
      return watch.failure(e);
    }
  }

  private FetchResult exchange(OkHttpClient with, Request request, ConnectionWatch watch) throws IOException {
    Call call = with.newCall(request.newBuilder().tag(ConnectionWatch.class, watch).build());
    try (Response response = call.execute()) {
      return new FetchResult.Reply(watch.status, response.headers(), body(response));
    } catch (BodyTooLongException e) {
      return new FetchResult.Failure(FailureKind.TOO_LARGE, e.getMessage());
    } finally {
      watch.spans.end();
    }
  }

  private Body body(Response response) throws IOException {
    try (BodyWriter body = new BodyWriter(spool, settings.maxBodyBytes())) {
      byte[] piece = new byte[8192];
      BufferedSource source = response.body().source();
      for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
        body.write(piece, 0, read);
      }
      return body.whole();
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
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    spool.close();
  }

  /** How far a call has come, and whether its connection had served another call before. */
  private static final class ConnectionWatch extends EventListener {
    static final EventListener.Factory FACTORY = call -> call.request().tag(ConnectionWatch.class);

    private final FetchSpans spans;
    private boolean connecting;
    private boolean connected;
    private int status;
    private boolean complete;

    ConnectionWatch(FetchSpans spans) {
      this.spans = spans;
    }

    @Override
    public void dnsStart(Call call, String host) {
      spans.connecting();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      connecting = true;
      spans.connecting();
    }

    @Override
    public void secureConnectStart(Call call) {
      connected = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      connected = true;
      spans.connected();
    }

    @Override
    public void responseHeadersStart(Call call) {
      spans.firstByte();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      status = response.code();
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
      complete = true;
    }

    boolean hadNoReplyOnReusedConnection() {
      return connected && !connecting && status == 0;
    }

    FetchResult.Failure failure(IOException e) {
      return Failures.of(e, connected, complete);
    }
  }
}
