package lab.crawl.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.FetchSettings;
import lab.crawl.RequestSettings;
import lab.crawl.Scope;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What a crawl's requests have in common, whichever client sends them: headers, cookies and logins, the proxy, the rate. Any thread may
 * use it.
 */
public final class Requests {
  private final FetchSettings fetch;
  private final RequestSettings settings;
  private final Scope scope;
  private final CookieJar jar;
  private final Headers usual;
  /** When all that was received so far may have come, at the plan's rate; guarded by this object's monitor. */
  private long receivedAt = System.nanoTime();

  /** For the requests of one plan. */
  public Requests(CrawlPlan plan) {
    this.fetch = plan.fetch();
    this.settings = fetch.requests();
    this.scope = plan.scope();
    this.jar = new CookieJar(settings.cookies());
    this.usual = Headers.of("User-Agent", fetch.userAgent());
  }

  /** Most time for one whole fetch. */
  public Duration timeout() {
    return fetch.timeout();
  }

  /** The {@code User-Agent} header, which is told to a proxy, too. */
  public String userAgent() {
    return fetch.userAgent();
  }

  /**
   * The headers of a request, but for those that belong to HTTP itself and follow these.
   *
   * @param conditions on which the page is wanted
   */
  public Headers headers(HttpUrl url, Headers conditions) {
    if (settings.equals(RequestSettings.NONE) && conditions.size() == 0) {
      return usual;
    }
    Headers.Builder headers = usual.newBuilder().addAll(conditions);
    if (scope.sameOrigin(url.toString())) {
      settings.headers().forEach(header -> headers.add(header.name(), header.value()));
    }
    jar.header(url).ifPresent(cookies -> headers.add("Cookie", cookies));
    if (headers.get("Authorization") == null) {
      settings.login(url.host()).ifPresent(login -> headers.add("Authorization", basic(login)));
    }
    if (isByProxy(url)) {
      proxyAuthorization().ifPresent(login -> headers.add("Proxy-Authorization", login));
    }
    return headers.build();
  }

  /** A reply has come: if its cookies are to be kept, they are. */
  public void heard(HttpUrl url, FetchResult result) {
    if (settings.keepsCookies() && result instanceof FetchResult.Reply reply) {
      jar.keep(url, reply.headers());
    }
  }

  /** Whom requests are sent to instead of to the host. */
  public Optional<RequestSettings.Proxy> proxy() {
    return settings.proxy();
  }

  /** Whether a proxy is asked for a URL; of https it only gives a tunnel to the host. */
  public boolean isByProxy(HttpUrl url) {
    return settings.proxy().isPresent() && !url.isHttps();
  }

  /** The proxy's login. */
  Optional<String> proxyAuthorization() {
    return proxyLogin().map(Requests::basic);
  }

  /** The same, as user name and password. */
  public Optional<RequestSettings.Login> proxyLogin() {
    return settings.proxy().flatMap(proxy -> settings.login(proxy.host()));
  }

  private static String basic(RequestSettings.Login login) {
    byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /**
   * Some bytes have come.
   *
   * @return for how long nothing more may be received by whoever has received these, in nanoseconds
   */
  public synchronized long received(int bytes) {
    if (settings.bytesPerSecond() == RequestSettings.UNLIMITED) {
      return 0;
    }
    long now = System.nanoTime();
    long begin = receivedAt - now > 0 ? receivedAt : now;
    receivedAt = begin + (long) (bytes * 1e9 / settings.bytesPerSecond());
    return receivedAt - now;
  }

  /** Waits for so long, but no longer than a fetch may take: it is over then. */
  void pause(long nanos) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.min(nanos, timeout().toNanos()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
