package lab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.RequestSettings;
import lab.crawl.RequestSettings.Header;
import lab.crawl.RequestSettings.Login;
import lab.crawl.Scope.Requisites;
import okhttp3.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the plan says of requests goes with each of them, and to nobody whom it isn't meant for. */
abstract class RequestRules extends Rules {
  /** Two names of this host; the second stands for another. */
  private static final String HERE = "127.0.0.1";

  private static final String ELSEWHERE = "localhost";

  RequestRules(CrawlerContract contract) {
    super(contract);
  }

  @BeforeEach
  void takesThem() {
    assumeTrue(takesRequestSettings(), "this crawler refuses plans that say anything of requests");
  }

  private CrawlPlan.Builder plan(HeaderServer site, List<Header> headers, List<Cookie> cookies, List<Login> logins) {
    return plan(site.url(HERE)).requisites(Requisites.ANY)
        .requests(new RequestSettings(headers, cookies, false, Optional.empty(), logins, RequestSettings.UNLIMITED));
  }

  /** A site whose page needs a picture from another host. */
  private static HeaderServer siteWithPictureOf(HeaderServer other) {
    return new HeaderServer().on("/", "<a href=/a>a</a><img src='" + other.url(ELSEWHERE) + "picture'>").on("/a", "");
  }

  @Test
  @DisplayName("14.1 The plan's headers go with each request to a seed's origin, and with none to another host.")
  void headers() {
    try (HeaderServer other = new HeaderServer(); HeaderServer site = siteWithPictureOf(other)) {
      crawl(plan(site, List.of(new Header("X-First", "one"), new Header("Authorization", "Bearer two")), List.of(), List.of()).userAgent("me"));

      assertThat(site.header("X-First")).as("X-First").isEqualTo(Map.of("/", "one", "/a", "one"));
      assertThat(site.header("Authorization")).as("Authorization").isEqualTo(Map.of("/", "Bearer two", "/a", "Bearer two"));
      assertThat(site.header("User-Agent")).as("User-Agent").isEqualTo(Map.of("/", "me", "/a", "me"));
      assertThat(other.header("X-First")).as("X-First, to another host").isEqualTo(Map.of("/picture", ""));
      assertThat(other.header("Authorization")).as("Authorization, to another host").isEqualTo(Map.of("/picture", ""));
    }
  }

  @Test
  @DisplayName("14.2 The plan's cookies go where their hosts and paths say, and nowhere else.")
  void cookies() {
    Cookie all = new Cookie.Builder().name("all").value("1").hostOnlyDomain(HERE).path("/").build();
    Cookie some = new Cookie.Builder().name("some").value("2").hostOnlyDomain(HERE).path("/a").build();
    Cookie secure = new Cookie.Builder().name("secure").value("3").hostOnlyDomain(HERE).path("/").secure().build();
    Cookie theirs = new Cookie.Builder().name("theirs").value("4").hostOnlyDomain(ELSEWHERE).path("/").build();
    try (HeaderServer other = new HeaderServer(); HeaderServer site = siteWithPictureOf(other)) {
      crawl(plan(site, List.of(), List.of(all, some, secure, theirs), List.of()));

      assertThat(site.header("Cookie")).as("Cookie").isEqualTo(Map.of("/", "all=1", "/a", "some=2; all=1"));
      assertThat(other.header("Cookie")).as("Cookie, to another host").isEqualTo(Map.of("/picture", "theirs=4"));
    }
  }

  @Test
  @DisplayName("14.3 A cookie that a reply sets goes with later requests if the plan wants that, and else with none.")
  void cookiesOfReplies() {
    for (boolean keeps : new boolean[] {false, true}) {
      try (HeaderServer site = new HeaderServer().setting("session=7", "/", "<a href=/a>a</a>").on("/a", "")) {
        RequestSettings settings = new RequestSettings(List.of(), List.of(), keeps, Optional.empty(), List.of(), RequestSettings.UNLIMITED);
        crawl(plan(site.url(HERE)).concurrency(1).requests(settings));

        assertThat(site.header("Cookie")).as(keeps ? "Cookie, kept" : "Cookie, not kept").isEqualTo(Map.of("/", "", "/a", keeps ? "session=7" : ""));
      }
    }
  }

  @Test
  @DisplayName("14.4 A login goes with each request to its host, and with none to another.")
  void logins() {
    try (HeaderServer other = new HeaderServer(); HeaderServer site = siteWithPictureOf(other)) {
      crawl(plan(site, List.of(), List.of(), List.of(new Login(HERE, "me", "secret"), new Login("third.example", "a", "b"))));

      assertThat(site.header("Authorization")).as("Authorization").isEqualTo(Map.of("/", "Basic bWU6c2VjcmV0", "/a", "Basic bWU6c2VjcmV0"));
      assertThat(other.header("Authorization")).as("Authorization, to another host").isEqualTo(Map.of("/picture", ""));
    }
  }

  @Test
  @DisplayName("14.5 With a proxy each request goes there, with the whole URL, and the proxy's login; no host is looked up.")
  void proxy() {
    try (HeaderServer proxy = new HeaderServer().on("http://site.invalid/", "<a href=/a?b>a</a>").on("http://site.invalid/a?b", "")) {
      RequestSettings settings = new RequestSettings(List.of(), List.of(), false, Optional.of(new RequestSettings.Proxy(HERE, proxy.port())),
          List.of(new Login(HERE, "me", "secret")), RequestSettings.UNLIMITED);
      crawl(plan("http://site.invalid/").requests(settings));

      assertThat(proxy.header("Host")).as("Host")
          .isEqualTo(Map.of("http://site.invalid/", "site.invalid", "http://site.invalid/a?b", "site.invalid"));
      assertThat(proxy.header("Proxy-Authorization").values()).as("Proxy-Authorization").containsOnly("Basic bWU6c2VjcmV0");
      assertThat(proxy.header("Authorization").values()).as("Authorization, to the proxy").containsOnly("");
    }
  }
}
