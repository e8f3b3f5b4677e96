package lab.contract;

import static lab.contract.Answer.file;
import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every page that can be reached from the seed, each one once. */
abstract class CoverageRules extends Rules {
  private static final int PAGES = 60;

  CoverageRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("1.1 Every URL that can be reached is requested exactly once and has exactly one visit.")
  void eachOnce() {
    try (PracticeSite site = site("synthetic:" + PAGES)) {
      CrawlResult result = crawl(plan(site));

      assertThat(requests(site).keySet().stream().filter(path -> path.equals("/") || path.startsWith("/part")))
          .as("the site has %d pages, all linked: a page that is missing here was dropped", PAGES).hasSize(PAGES);
      assertThat(requests(site).values()).as("a URL that was requested twice was not deduplicated").containsOnly(1);
      assertThat(outcomes(result).keySet())
          .as("what the server was asked for must be what the result tells of").isEqualTo(requests(site).keySet());
      assertThat(result.isComparable()).as("the crawl is complete and was not capped").isTrue();
    }
  }

  @Test
  @DisplayName("1.2 Cycles, links to oneself and links back to the seed are followed once.")
  void cycles() {
    SiteScript script = new SiteScript()
        .on("/", page("/", "/a"))
        .on("/a", page("/a", "/b", "/"))
        .on("/b", page("/a", "/"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result)).isEqualTo(Map.of("/", "saved", "/a", "saved", "/b", "saved"));
      assertThat(requests(site)).as("requests").isEqualTo(Map.of("/", 1, "/a", 1, "/b", 1));
    }
  }

  @Test
  @DisplayName("1.3 One URL in many spellings (fragments, dot segments, absolute, repeated) is one page.")
  void spellings() {
    SiteScript script = new SiteScript()
        .on("/", page("/x/a", "/x/a#top", "x/a", "./x/a", "/y/../x/a", "/x/./a", "  /x/a  ", "/x/a", "/x/a?", "#end"))
        .on("/x/a", page("a", "../x/a#end", "?q=1", "?q=1#there"))
        .on("/x/a?", page())
        .on("/x/a?q=1", page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result).keySet())
          .as("an empty query makes another URL; a fragment does not").containsExactly("/", "/x/a", "/x/a?", "/x/a?q=1");
      assertThat(requests(site).values()).as("requests of each page").containsOnly(1);
    }
  }

  @Test
  @DisplayName("1.4 What can't refer to anything, such as plain text, is saved and not searched for links.")
  void otherMediaTypes() {
    String looksLikeHtml = "<a href='/never'>not a link</a>";
    SiteScript script = new SiteScript()
        .on("/", page("/notes.txt", "/style.css", "/xhtml"))
        .on("/notes.txt", file("text/plain", looksLikeHtml))
        .on("/style.css", file("text/css", looksLikeHtml))
        .on("/xhtml", file("application/xhtml+xml", "<html><a href='/found'>a link</a></html>"))
        .on("/found", page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result).keySet()).containsExactly("/", "/found", "/notes.txt", "/style.css", "/xhtml");
      assertThat(result.count(Visit.Saved.class)).as("saved files").isEqualTo(5);
    }
  }

  @Test
  @DisplayName("1.5 A redirect is a visit of its own; its target is one more URL, fetched once whoever leads there.")
  void redirects() {
    SiteScript script = new SiteScript()
        .on("/", page("/301", "/302", "/303", "/307", "/308", "/first", "/target"))
        .on("/301", redirect(301, "/target"))
        .on("/302", redirect(302, "target"))
        .on("/303", redirect(303, "./target#here"))
        .on("/307", redirect(307, "/x/../target"))
        .on("/308", redirect(308, "/target"))
        .on("/first", redirect(302, "/second"))
        .on("/second", redirect(301, "/third"))
        .on("/third", redirect(308, "/target"))
        .on("/target", page("/beyond"))
        .on("/beyond", page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result)).isEqualTo(Map.ofEntries(
          Map.entry("/", "saved"), Map.entry("/target", "saved"), Map.entry("/beyond", "saved"),
          Map.entry("/301", "redirected 301"), Map.entry("/302", "redirected 302"),
          Map.entry("/303", "redirected 303"), Map.entry("/307", "redirected 307"),
          Map.entry("/308", "redirected 308"), Map.entry("/first", "redirected 302"),
          Map.entry("/second", "redirected 301"), Map.entry("/third", "redirected 308")));
      assertThat(requests(site).values()).as("an HTTP client that follows redirects asks twice").containsOnly(1);
    }
  }

  @Test
  @DisplayName("1.6 Redirects in a circle end, each one visited once.")
  void redirectLoop() {
    SiteScript script = new SiteScript()
        .on("/", page("/self", "/ping"))
        .on("/self", redirect(302, "/self"))
        .on("/ping", redirect(302, "/pong"))
        .on("/pong", redirect(302, "/ping"));
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result)).isEqualTo(Map.of(
          "/", "saved", "/self", "redirected 302", "/ping", "redirected 302", "/pong", "redirected 302"));
      assertThat(requests(site).values()).as("requests of each URL").containsOnly(1);
    }
  }
}
