package lab.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lab.contract.Answer.dripping;
import static lab.contract.Answer.fault;
import static lab.contract.Answer.held;
import static lab.contract.Answer.page;
import static lab.contract.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Sha256;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault has its kind, the same in every variant, and hurts one page only. */
abstract class FailureRules extends Rules {
  FailureRules(CrawlerContract contract) {
    super(contract);
  }

  @Test
  @DisplayName("3.1 A reply whose status is neither success nor a usable redirect fails its page with that status.")
  void httpStatus() {
    SiteScript script = new SiteScript()
        .on("/", page("/gone", "/missing", "/broken", "/nowhere", "/unreadable"))
        .on("/gone", status(410))
        .on("/broken", status(500))
        .on("/nowhere", status(302))
        .on("/unreadable", status(301).withHeader("Location", "mailto:nobody@site.invalid"));
    try (PracticeSite site = script.start()) {
      assertThat(outcomes(crawl(plan(site)))).isEqualTo(Map.of(
          "/", "saved", "/gone", "failed 410", "/missing", "failed 404", "/broken", "failed 500",
          "/nowhere", "failed 302", "/unreadable", "failed 301"));
    }
  }

  @Test
  @DisplayName("3.2 A connection that ends before its reply is complete: connection-lost.")
  void connectionLost() {
    SiteScript script = new SiteScript()
        .on("/", page("/empty", "/reset", "/random"))
        .on("/empty", fault("EMPTY_RESPONSE"))
        .on("/reset", fault("CONNECTION_RESET_BY_PEER"))
        // Some letters without an end of line: nobody can tell what would have become of them.
        .on("/random", fault("RANDOM_DATA_THEN_CLOSE"));
    try (PracticeSite site = script.start()) {
      assertThat(outcomes(crawl(plan(site)))).isEqualTo(Map.of(
          "/", "saved", "/empty", "failed connection-lost", "/reset", "failed connection-lost",
          "/random", "failed connection-lost"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a cut status line,     'HTTP/1.1 20'",
    "a cut header,          'HTTP/1.1 200 OK|Content-Le'",
    "a cut body,            'HTTP/1.1 200 OK|Content-Length: 9||short'",
    "a cut chunked body,    'HTTP/1.1 200 OK|Transfer-Encoding: chunked||9|short'",
    "a missing last chunk,  'HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|short|'"
  })
  @DisplayName("3.3 A reply that is cut off anywhere, and so is not what the server meant: connection-lost.")
  void cutOff(String what, String reply) {
    assertThat(outcomeOfSeed(reply)).as(what).isEqualTo("failed connection-lost");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another protocol,      'SSH-2.0-OpenSSH_9.2||'",
    "a status not a number, 'HTTP/1.1 OK 200|Content-Length: 0||'",
    "a chunk of no length,  'HTTP/1.1 200 OK|Transfer-Encoding: chunked||long|short|0||'",
    "no gzip at all,        'HTTP/1.1 200 OK|Content-Encoding: gzip|Content-Length: 10||plain text'"
  })
  @DisplayName("3.4 A reply that is not HTTP, or not in the coding that it claims: malformed-reply.")
  void malformed(String what, String reply) {
    assertThat(outcomeOfSeed(reply)).as(what).isEqualTo("failed malformed-reply");
  }

  /** What comes of a seed that answers with these bytes; a bar stands for an end of line. */
  private String outcomeOfSeed(String reply) {
    try (RawServer server = new RawServer(reply.replace("|", "\r\n"))) {
      return outcomes(crawl(plan(server.url()))).get("/");
    }
  }

  @Test
  @DisplayName("3.5 A fetch that takes longer than the plan's timeout, though bytes may drip in all the time: timeout.")
  void timeout() {
    SiteScript script = new SiteScript()
        .on("/", page("/held", "/dripping"))
        .on("/held", held())
        .on("/dripping", dripping());
    try (PracticeSite site = script.start()) {
      assertThat(outcomes(crawl(plan(site).timeout(shortTimeout()))))
          .as("a limit per read does not stop a drip; the whole fetch has one limit")
          .isEqualTo(Map.of("/", "saved", "/held", "failed timeout", "/dripping", "failed timeout"));
    }
  }

  @Test
  @DisplayName("3.6 A host that refuses the connection: connect.")
  void refused() {
    PracticeSite site = site("flat:1");
    CrawlPlan.Builder plan = plan(site);
    site.close();

    CrawlResult result = crawl(plan);

    assertThat(outcomes(result)).as("nobody listens on that port any more").isEqualTo(Map.of("/", "failed connect"));
    assertThat(result.isComparable()).as("a crawl whose seed fails is complete").isTrue();
  }

  @Test
  @DisplayName("3.7 A host name without an address: unknown-host.")
  void unknownHost() {
    CrawlPlan.Builder plan = plan("http://no-such-host.invalid/");

    assertThat(outcomes(crawl(plan))).as("names below .invalid never exist (RFC 6761)")
        .isEqualTo(Map.of("/", "failed unknown-host"));
  }

  @Test
  @DisplayName("3.8 A failed page stops neither the pages after it nor those beside it.")
  void oneOfMany() {
    SiteScript script = new SiteScript()
        .on("/", page("/reset", "/a", "/chunk", "/b", "/missing", "/c"))
        .on("/reset", fault("CONNECTION_RESET_BY_PEER"))
        .on("/chunk", fault("MALFORMED_RESPONSE_CHUNK"))
        .on("/a", page("/a1"))
        .on("/b", page("/b1"))
        .on("/c", page("/c1"))
        .on("/a1", page())
        .on("/b1", page())
        .on("/c1", page());
    try (PracticeSite site = script.start()) {
      CrawlResult result = crawl(plan(site));

      assertThat(outcomes(result)).hasSize(10)
          .containsEntry("/reset", "failed connection-lost")
          .containsEntry("/chunk", "failed malformed-reply")
          .containsEntry("/missing", "failed 404")
          .containsEntry("/a1", "saved").containsEntry("/b1", "saved").containsEntry("/c1", "saved");
      assertThat(result.isComparable()).as("failed pages do not make a crawl incomplete").isTrue();
    }
  }

  @Test
  @DisplayName("3.9 No reply, whatever its bytes, ends the crawl, and every crawler makes the same of it.")
  void oddReplies() {
    List<OddReply> replies = OddReplies.all();
    try (OddServer server = new OddServer(replies)) {
      Map<String, String> pages = pages(crawl(plan(server.url("/")).maxBodyBytes(OddReplies.MAX_BODY)));
      for (int i = 0; i < replies.size(); i++) {
        OddReply reply = replies.get(i);
        assertThat(pages.get(OddServer.path(i))).as("%s: %s", OddServer.path(i), reply).isEqualTo(right(reply));
      }
      assertThat(pages).as("all that was found").hasSize(replies.size() + 2);
    }
  }

  private static String right(OddReply reply) {
    return reply.outcome() + (reply.outcome().equals("saved") ? " " + Sha256.hex(reply.body().getBytes(ISO_8859_1)) : "");
  }

  /** What came of each path, and of which bytes. */
  private static Map<String, String> pages(CrawlResult result) {
    Map<String, String> pages = outcomes(result);
    for (Visit visit : result.visits()) {
      if (visit instanceof Visit.Saved saved) {
        pages.merge(path(visit.url()), " " + saved.sha256(), String::concat);
      }
    }
    return pages;
  }
}
