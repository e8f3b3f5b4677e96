package lab.contract;

import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static lab.contract.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crawl by a plan that keeps replies asks, the next time, only whether they still hold. The site gives each page once, and from then on
 * nothing but "not modified" to whoever asks rightly: so whoever asks otherwise gets an error.
 */
abstract class UpdateRules extends Rules {
  private static final String LONG_AGO = "Tue, 03 Nov 2026 09:00:00 GMT";

  @TempDir Path kept;

  UpdateRules(CrawlerContract contract) {
    super(contract);
  }

  private CrawlPlan.Builder keeping(PracticeSite site) {
    CrawlPlan.Builder plan = plan(site);
    return plan.work(plan.build().work().keepingRepliesIn(kept));
  }

  private static Answer tagged(Answer answer, String tag) {
    return answer.withHeader("ETag", tag);
  }

  @Test
  @DisplayName("13.1 What is kept is asked for on condition, by each validator that it came with; a 304 leaves everything as it was.")
  void unchanged() {
    Answer dated = page("/d").withHeader("Last-Modified", LONG_AGO);
    SiteScript script = new SiteScript()
        .on("/", tagged(page("/a", "/b", "/c"), "\"1\""), status(500))
        .on("/a", tagged(page("/d"), "W/\"2\"").withHeader("Link", "</e>; rel=next"), status(500))
        .on("/b", dated, status(500))
        .on("/c", tagged(dated, "\"3\""), status(500))
        .on("/d", page(), page())
        .on("/e", page(), page())
        .notModified("/", Map.of("If-None-Match", "\"1\""))
        .notModified("/a", Map.of("If-None-Match", "W/\"2\""))
        .notModified("/b", Map.of("If-Modified-Since", LONG_AGO))
        .notModified("/c", Map.of("If-None-Match", "\"3\"", "If-Modified-Since", LONG_AGO));
    try (PracticeSite site = script.start()) {
      CrawlResult first = crawl(keeping(site));
      CrawlResult second = crawl(keeping(site));

      assertThat(first.count(Visit.Saved.class)).isEqualTo(6);
      assertThat(outcomes(second)).as("asked again for what has not changed").isEqualTo(outcomes(first));
      assertThat(second.manifest().text()).as("manifest when nothing has changed").isEqualTo(first.manifest().text());
    }
  }

  @Test
  @DisplayName("13.2 What has changed is what the server says now, and is kept from then on.")
  void changed() {
    SiteScript script = new SiteScript()
        .on("/", tagged(page("/a", "/gone"), "\"1\""), tagged(page("/a", "/gone", "/new"), "\"2\""), status(500))
        .on("/a", tagged(page(), "\"1\""), page())
        .on("/gone", tagged(page(), "\"1\""), status(404))
        .on("/new", tagged(page(), "\"1\""), status(500))
        .notModified("/", Map.of("If-None-Match", "\"2\""))
        .notModified("/a", Map.of("If-None-Match", "\"1\""), redirect(302, "/new"), status(500))
        .notModified("/gone", Map.of("If-None-Match", "\"1\""), status(404), status(500))
        .notModified("/new", Map.of("If-None-Match", "\"1\""));
    try (PracticeSite site = script.start()) {
      crawl(keeping(site));

      assertThat(outcomes(crawl(keeping(site)))).as("after the first change")
          .isEqualTo(Map.of("/", "saved", "/a", "redirected 302", "/gone", "failed 404", "/new", "saved"));
      assertThat(outcomes(crawl(keeping(site)))).as("after the second change")
          .isEqualTo(Map.of("/", "saved", "/a", "saved", "/gone", "failed 404", "/new", "saved"));
    }
  }

  @Test
  @DisplayName("13.3 A failure that may pass takes nothing away: afterwards what was kept before is asked about again.")
  void failed() {
    SiteScript script = new SiteScript()
        .on("/", page("/a"))
        .on("/a", tagged(page("/b"), "\"1\""), status(500))
        .on("/b", page())
        .notModified("/a", Map.of("If-None-Match", "\"1\""), status(500), status(304));
    try (PracticeSite site = script.start()) {
      CrawlResult first = crawl(keeping(site));

      assertThat(outcomes(crawl(keeping(site)))).as("in trouble").isEqualTo(Map.of("/", "saved", "/a", "failed 500"));
      assertThat(crawl(keeping(site)).manifest().text()).as("manifest after the trouble").isEqualTo(first.manifest().text());
    }
  }

  @Test
  @DisplayName("13.4 A 304 that was not asked for is a failure; one for another version than what is kept has the page asked for anew.")
  void notMeant() {
    SiteScript script = new SiteScript()
        .on("/", page("/a", "/unasked"))
        .on("/a", tagged(page(), "\"1\""), tagged(page("/b"), "\"2\""))
        .on("/b", page())
        .on("/unasked", status(304))
        .notModified("/a", Map.of("If-None-Match", "\"1\""), tagged(status(304), "\"2\""));
    try (PracticeSite site = script.start()) {
      crawl(keeping(site));

      assertThat(outcomes(crawl(keeping(site).retries(1)))).as("after wrong replies")
          .isEqualTo(Map.of("/", "saved", "/a", "saved", "/b", "saved", "/unasked", "failed 304"));
    }
  }
}
