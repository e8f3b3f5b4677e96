package lab.contract;

import static lab.contract.Answer.file;
import static lab.contract.Answer.page;
import static lab.contract.Answer.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Limits;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The plan's limits on depth, pages and bodies. */
abstract class LimitRules extends Rules {
  LimitRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("5.1 What is more than max-depth links away from the seed is skipped unasked.")
  void maxDepth() {
    SiteScript script = new SiteScript()
        .on("/", page("/1"))
        .on("/1", page("/2", "/moved"))
        .on("/2", page("/3"))
        .on("/moved", Answer.redirect(302, "/4"));
    try (PracticeSite site = script.start()) {
      assertThat(outcomes(crawl(plan(site).maxDepth(2)))).as("a redirect is a link like any other").isEqualTo(Map.of(
          "/", "saved", "/1", "saved", "/2", "saved", "/moved", "redirected 302",
          "/3", "skipped too-deep", "/4", "skipped too-deep"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/", "/1", "/2", "/moved");
    }
  }

  @Test
  @DisplayName("5.2 The depth of a page is that of the shortest way to it, even if a longer way is found first.")
  void shortestWay() {
    // /goal is 4 links away by /a and /b, which answer at once, but only 2 by /short, which answers late.
    SiteScript script = new SiteScript()
        .on("/", page("/a", "/short"))
        .on("/a", page("/b"))
        .on("/b", page("/c"))
        .on("/c", page("/goal"))
        .on("/short", page("/goal").late())
        .on("/goal", page("/beyond"))
        .on("/beyond", page("/last"))
        .on("/last", page("/too-deep"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site).maxDepth(4));

      assertThat(outcomes(result))
          .as("by the long way /beyond would be 5 links away and /last 6; by the short one they are 3 and 4")
          .containsEntry("/goal", "saved").containsEntry("/beyond", "saved").containsEntry("/last", "saved")
          .containsEntry("/too-deep", "skipped too-deep").hasSize(9);
      assertThat(requests(site).values()).as("a page that is found again is not fetched again").containsOnly(1);
    }
  }

  @Test
  @DisplayName("5.3 max-pages stops the crawl after exactly so many pages, and the result says that it was capped.")
  void maxPages() {
    try (PracticeSite site = site("flat:40")) {
      CrawlResult result = crawl(plan(site).maxPages(10));

      assertThat(result.fetched()).as("visits").isEqualTo(10);
      assertThat(site.counts().requests()).as("requests").isEqualTo(10);
      assertThat(result.capped()).as("capped: which 10 pages, is up to the schedule").isTrue();
      assertThat(result.isComparable()).as("a capped result is not to be compared").isFalse();
    }
  }

  @Test
  @DisplayName("5.4 A crawl that needs exactly max-pages pages is not capped.")
  void maxPagesJustEnough() {
    try (PracticeSite site = site("flat:9")) {
      CrawlResult result = crawl(plan(site).maxPages(10));

      assertThat(result.fetched()).as("visits: the index and 9 pages").isEqualTo(10);
      assertThat(result.isComparable()).as("all of the site was visited, so the result is comparable").isTrue();
    }
  }

  @Test
  @DisplayName("5.6 What looks like a trap's URL (too long, too deep, a segment repeated) is skipped unasked.")
  void traps() {
    SiteScript script = new SiteScript()
        .on("/", page("/x/", "/1/2/3/4/5", "/long?" + "q".repeat(100), "/fine/1/2"))
        .on("/x/", page("x/"))
        .on("/x/x/", page("x/"))
        .on("/x/x/x/", page("x/"))
        .on("/fine/1/2", page());
    try (PracticeSite site = script.start()) {
      CrawlPlan.Builder plan = plan(site).limits(new Limits(Limits.UNLIMITED, Limits.UNLIMITED, 4, 100, 2));

      assertThat(outcomes(crawl(plan))).isEqualTo(Map.of(
          "/", "saved", "/fine/1/2", "saved", "/x/", "saved", "/x/x/", "saved", "/x/x/x/", "skipped repeated-segment",
          "/1/2/3/4/5", "skipped deep-path", "/long?" + "q".repeat(100), "skipped long-url"));
      assertThat(requests(site).keySet()).as("asked").containsExactly("/", "/fine/1/2", "/x/", "/x/x/");
    }
  }

  @Test
  @DisplayName("5.5 A body of max-body bytes is saved, one byte more is too-large; what counts is the unpacked body.")
  void maxBody() {
    Answer index = page("/longest", "/longer", "/packed", "/bomb");
    int limit = index.length() + 100;
    SiteScript script = new SiteScript()
        .on("/", index)
        .on("/longest", file("text/plain", "x".repeat(limit)))
        .on("/longer", file("text/plain", "x".repeat(limit + 1)))
        .on("/packed", zeros(limit))
        .on("/bomb", zeros(1_000_000));
    try (PracticeSite site = script.start()) {
      assertThat(outcomes(crawl(plan(site).maxBodyBytes(limit).retries(2)))).isEqualTo(Map.of(
          "/", "saved", "/longest", "saved", "/longer", "failed too-large",
          "/packed", "saved", "/bomb", "failed too-large"));
      assertThat(requests(site).values()).as("trying again would not make it shorter").containsOnly(1);
    }
  }
}
