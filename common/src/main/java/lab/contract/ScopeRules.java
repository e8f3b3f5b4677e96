package lab.contract;

import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Scope.Reach;
import lab.fixtures.PracticeSite;
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
}
