package lab.contract;

import java.util.List;
import java.util.function.BiFunction;
import lab.crawl.CrawlPlan;
import lab.crawl.RequestSettings;
import lab.crawl.RequestSettings.Login;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/** Crawlers that are broken in what they send: each page is fetched as if it were the seed, and by other settings. */
final class BrokenRequests extends ReferenceCrawler {
  private final BiFunction<RequestSettings, HttpUrl, RequestSettings> change;

  private BrokenRequests(CrawlPlan plan, BiFunction<RequestSettings, HttpUrl, RequestSettings> change) {
    super(plan);
    this.change = change;
  }

  @Override
  Visited visit(HttpUrl url) throws InterruptedException {
    CrawlPlan changed = CrawlPlan.of(url).fetch(plan.fetch()).requests(change.apply(plan.fetch().requests(), url)).build();
    try (BlockingFetcher other = new BlockingFetcher(changed)) {
      return processor.process(url, other.fetch(url));
    }
  }

  static BrokenRequests headersToAll(CrawlPlan plan) {
    return new BrokenRequests(plan, (settings, _) -> settings);
  }

  static BrokenRequests loginsToAll(CrawlPlan plan) {
    return new BrokenRequests(plan, (settings, url) -> with(settings, settings.cookies(), settings.keepsCookies(),
        settings.logins().stream().map(login -> new Login(url.host(), login.user(), login.password())).toList()));
  }

  static BrokenRequests cookiesToAll(CrawlPlan plan) {
    return new BrokenRequests(plan, (settings, url) -> with(settings,
        settings.cookies().stream().map(cookie -> cookie.newBuilder().hostOnlyDomain(url.host()).path("/").build()).toList(),
        settings.keepsCookies(), settings.logins()));
  }

  static ReferenceCrawler keepingCookies(CrawlPlan plan) {
    RequestSettings settings = plan.fetch().requests();
    return new ReferenceCrawler(Plans.like(plan).requests(with(settings, settings.cookies(), true, settings.logins())).build());
  }

  private static RequestSettings with(RequestSettings settings, List<Cookie> cookies, boolean keeps, List<Login> logins) {
    return new RequestSettings(settings.headers(), cookies, keeps, settings.proxy(), logins, settings.bytesPerSecond());
  }
}
