package lab.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import lab.contract.OddReplies;
import lab.contract.OddReply;
import lab.contract.OddServer;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server sends, and whichever connection it comes by: the page comes to what it should, and the next one is right. */
@Timeout(60)
class OddRepliesTest {

  static List<OddReply> replies() {
    return OddReplies.all();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void onANewConnection(OddReply reply) throws Exception {
    try (OddServer server = new OddServer(List.of(reply)); BlockingFetcher fetcher = new BlockingFetcher(plan(server))) {
      assertComesTo(reply, fetcher.fetch(HttpUrl.get(server.url(OddServer.path(0)))));
      assertPlain(fetcher, server);
    }
  }

  @ParameterizedTest
  @MethodSource("replies")
  void onAKeptConnection(OddReply reply) throws Exception {
    try (OddServer server = new OddServer(List.of(reply)); BlockingFetcher fetcher = new BlockingFetcher(plan(server))) {
      for (int i = 0; i < 2; i++) {
        assertPlain(fetcher, server);
        assertComesTo(reply, fetcher.fetch(HttpUrl.get(server.url(OddServer.path(0)))));
      }
      assertPlain(fetcher, server);
    }
  }

  private static CrawlPlan plan(OddServer server) {
    return CrawlPlan.of(server.url("/")).maxBodyBytes(OddReplies.MAX_BODY).timeout(Duration.ofSeconds(30)).build();
  }

  private static void assertComesTo(OddReply reply, FetchResult result) throws IOException {
    assertThat(OddReply.outcome(result)).as("%s: %s", reply, result).isEqualTo(reply.outcome());
    assertThat(OddReply.body(result)).as("%s", reply).isEqualTo(reply.body());
  }

  private static void assertPlain(BlockingFetcher fetcher, OddServer server) throws Exception {
    assertThat(OddReply.body(fetcher.fetch(HttpUrl.get(server.url("/plain"))))).isEqualTo("plain");
  }
}
