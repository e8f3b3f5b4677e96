package lab.contract;

import static lab.contract.Answer.file;
import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Robots;
import lab.crawl.RobotsRules;
import lab.crawl.Scope.Reach;
import lab.crawl.Scope.Requisites;
import lab.crawl.Sitemaps;
import lab.fixtures.PracticeSite;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing but what the plan's scope holds. */
abstract class ScopeRules extends Rules {
  ScopeRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("2.1 Another origin is never asked and has no visit, whether a link or a redirect leads there.")
  void otherOrigins() {
    try (PracticeSite other = site("flat:1");
        PracticeSite site = new SiteScript()
            .on("/", page(other.url() + "page/0.html", "/away", "mailto:nobody@site.invalid", "javascript:void(0)"))
            .on("/away", redirect(302, other.url().toString()))
            .start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(other.counts().requests()).as("requests that the other origin, its port differs, got").isZero();
      assertThat(outcomes(result)).isEqualTo(Map.of("/", "saved", "/away", "redirected 302"));
    }
  }

  @Test
  @DisplayName("2.9 With requisites from any host what a page needs is fetched from other origins, their style sheets' needs too, no page.")
  void requisites() {
    SiteScript needs = new SiteScript()
        .on("/i.svg", file("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><a href='/never'/><image href='/never.png'/></svg>"))
        .on("/s.css", file("text/css", "@import 'more.css'; body { background: url(bg.png) }"))
        .on("/more.css", file("text/css", ""))
        .on("/bg.png", redirect(302, "/moved.png"))
        .on("/moved.png", file("image/png", ""))
        .on("/script.js", file("text/html", "<a href='/never'>a script that is none</a>"));
    try (PracticeSite other = needs.start()) {
      String html = "<img src='%1$si.svg'><link rel=stylesheet href='%1$ss.css'><script src='%1$sscript.js'></script><a href=\"%1$sp\">p</a>"
          .formatted(other.url());
      SiteScript pages = new SiteScript()
          .on("/", file("text/html", html + "<a href=/away>a</a>"))
          .on("/away", redirect(302, other.url() + "p"));
      try (PracticeSite site = pages.start()) {
        CrawlResult result = crawl(plan(site).requisites(Requisites.ANY));

        assertThat(requests(other)).as("asked of the other origin").isEqualTo(Map.of(
            "/i.svg", 1, "/s.css", 1, "/more.css", 1, "/bg.png", 1, "/moved.png", 1, "/script.js", 1));
        assertThat(outcomes(result)).hasSize(8).containsEntry("/moved.png", "saved");
      }
    }
  }

  @Test
  @DisplayName("2.2 With the prefix scope, what is not in the seed's folder is skipped unasked.")
  void prefix() {
    SiteScript script = new SiteScript()
        .on("/docs/index.html", page("/docs/a", "/docs/sub/b", "/docsish", "/outside", "/"))
        .on("/docs/a", page())
        .on("/docs/sub/b", page());
    try (PracticeSite site = script.start()) {
      CrawlPlan.Builder plan = plan(site.url() + "docs/index.html").reach(Reach.PREFIX);

      assertThat(outcomes(crawl(plan))).isEqualTo(Map.of(
          "/docs/index.html", "saved", "/docs/a", "saved", "/docs/sub/b", "saved",
          "/docsish", "skipped out-of-scope", "/outside", "skipped out-of-scope", "/", "skipped out-of-scope"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/docs/a", "/docs/index.html", "/docs/sub/b");
    }
  }

  @Test
  @DisplayName("2.4 With the prefix scope, a seed without a slash at its end means the folder that the server sends it to.")
  void prefixOfTheRedirectedSeed() {
    SiteScript script = new SiteScript()
        .on("/docs", redirect(301, "/docs/"))
        .on("/docs/", page("/docs/a", "/%64ocs/b", "/outside", "/docs"))
        .on("/docs/a", page())
        .on("/docs/b", page());
    try (PracticeSite site = script.start()) {
      CrawlPlan.Builder plan = plan(site.url() + "docs").reach(Reach.PREFIX);

      assertThat(outcomes(crawl(plan))).isEqualTo(Map.of(
          "/docs", "redirected 301", "/docs/", "saved", "/docs/a", "saved", "/docs/b", "saved",
          "/outside", "skipped out-of-scope"));
    }
  }

  @Test
  @DisplayName("2.3 An excluded URL is skipped unasked, a redirect's target too.")
  void exclude() {
    SiteScript script = new SiteScript()
        .on("/", page("/kept", "/private/a", "/detour"))
        .on("/kept", page("/private/b"))
        .on("/detour", redirect(302, "/private/c"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).exclude(Pattern.compile("/private/")));

      assertThat(outcomes(result)).isEqualTo(Map.of(
          "/", "saved", "/kept", "saved", "/detour", "redirected 302",
          "/private/a", "skipped excluded", "/private/b", "skipped excluded", "/private/c", "skipped excluded"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/", "/detour", "/kept");
    }
  }

  @Test
  @DisplayName("2.5 With includes, a URL in which none of them is found is skipped unasked; a seed is not.")
  void include() {
    SiteScript script = new SiteScript()
        .on("/", page("/docs/a", "/news/b", "/other", "/docs/private"))
        .on("/docs/a", page("/", "/news"))
        .on("/news/b", page());
    try (PracticeSite site = script.start()) {
      CrawlPlan.Builder plan = plan(site)
          .include(Pattern.compile("/docs/")).include(Pattern.compile("/news/"))
          .exclude(Pattern.compile("/private")).exclude(Pattern.compile("/secret"));

      assertThat(outcomes(crawl(plan))).isEqualTo(Map.of(
          "/", "saved", "/docs/a", "saved", "/news/b", "saved", "/docs/private", "skipped excluded",
          "/other", "skipped not-included", "/news", "skipped not-included"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/", "/docs/a", "/news/b");
    }
  }

  @Test
  @DisplayName("2.6 Of several seeds each one's origin belongs to the crawl, and each is at depth 0.")
  void severalSeeds() {
    SiteScript two = new SiteScript().on("/b", page("/b1")).on("/b1", page("/b2")).on("/b2", page());
    try (PracticeSite other = two.start()) {
      SiteScript one = new SiteScript().on("/a", page(other.url() + "b", other.url() + "b1")).on("/away", page());
      try (PracticeSite site = one.start()) {
        List<HttpUrl> seeds = List.of(HttpUrl.get(site.url() + "a"), HttpUrl.get(other.url() + "b"), HttpUrl.get(site.url() + "a"));

        assertThat(outcomes(crawl(plan(seeds).maxDepth(1)))).isEqualTo(Map.of(
            "/a", "saved", "/b", "saved", "/b1", "saved", "/b2", "skipped too-deep"));
        assertThat(requests(site)).as("asked of the first").isEqualTo(Map.of("/a", 1));
        assertThat(requests(other)).as("asked of the second").isEqualTo(Map.of("/b", 1, "/b1", 1));
      }
    }
  }

  @Test
  @DisplayName("2.7 Where a seed leads decides what is in its folder, whichever of several seeds answers first.")
  void foldersOfSeveralSeeds() {
    SiteScript script = new SiteScript()
        .on("/docs", redirect(301, "/docs/").late())
        .on("/docs/", page("/docs/a", "/outside"))
        .on("/docs/a", page())
        .on("/news/", page("/outside", "/docs/a"));
    try (PracticeSite site = script.start()) {
      List<HttpUrl> seeds = List.of(HttpUrl.get(site.url() + "docs"), HttpUrl.get(site.url() + "news/"));

      assertThat(outcomes(crawl(plan(seeds).reach(Reach.PREFIX)))).isEqualTo(Map.of(
          "/docs", "redirected 301", "/docs/", "saved", "/docs/a", "saved", "/news/", "saved", "/outside", "skipped out-of-scope"));
    }
  }

  @Test
  @DisplayName("2.8 What the plan's robots rules disallow is skipped unasked, a redirect's target too; the longest rule counts.")
  void robots() {
    SiteScript script = new SiteScript()
        .on("/", page("/kept", "/private/a", "/private/open/b", "/x?session=1|2", "/detour"))
        .on("/kept", page("/private/c"))
        .on("/private/open/b", page())
        .on("/detour", redirect(302, "/private/d"));
    RobotsRules rules = RobotsRules.parse(
        "/robots.txt", bytes("User-agent: *\nDisallow: /private/\nAllow: /private/open\nDisallow: /*session=1%7C2$"), "", "a");
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).robots(new Robots(Map.of(site.url().toString(), rules))));

      assertThat(outcomes(result)).isEqualTo(Map.of(
          "/", "saved", "/kept", "saved", "/private/open/b", "saved", "/detour", "redirected 302",
          "/private/a", "skipped robots", "/private/c", "skipped robots", "/private/d", "skipped robots",
          "/x?session=1|2", "skipped robots"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/", "/detour", "/kept", "/private/open/b");
    }
  }

  @Test
  @DisplayName("2.10 What the plan's sitemaps list is fetched at depth 0, though nothing links it; it belongs to the scope, or is skipped.")
  void sitemaps() {
    SiteScript script = new SiteScript().on("/docs/", page()).on("/docs/hidden", page("/docs/deeper")).on("/docs/deeper", page("/docs/deep"));
    try (PracticeSite site = script.start()) {
      List<String> pages = Stream.of("docs/hidden", "docs/", "outside").map(path -> site.url() + path).toList();
      Sitemaps.File file = new Sitemaps.File(site.url() + "sitemap.xml", pages, 0);
      CrawlPlan.Builder plan = plan(site.url() + "docs/").reach(Reach.PREFIX).maxDepth(1)
          .sitemaps(new Sitemaps(List.of("/sitemap.xml"), List.of(file), List.of()));

      assertThat(outcomes(crawl(plan))).isEqualTo(Map.of(
          "/docs/", "saved", "/docs/hidden", "saved", "/docs/deeper", "saved", "/docs/deep", "skipped too-deep",
          "/outside", "skipped out-of-scope"));
      assertThat(requests(site)).as("asked").isEqualTo(Map.of("/docs/", 1, "/docs/hidden", 1, "/docs/deeper", 1));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
