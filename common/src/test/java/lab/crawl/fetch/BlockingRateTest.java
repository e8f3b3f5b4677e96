package lab.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.RequestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BlockingRateTest {

  /** At that rate the reply would take an hour. */
  @Test
  @Timeout(60)
  void holdsNobodyUpForLongerThanAFetchMayTake() throws Exception {
    RequestSettings slow = new RequestSettings(List.of(), List.of(), false, Optional.empty(), List.of(), 1);
    String reply = "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(3_600) + "\r\nContent-Length: 2\r\n\r\nok";
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.send(reply));
        BlockingFetcher fetcher =
            new BlockingFetcher(CrawlPlan.of(server.url("/")).requests(slow).timeout(Duration.ofMillis(300)).build())) {
      assertThat(fetcher.fetch(server.url("/"))).isInstanceOfSatisfying(FetchResult.Failure.class,
          failure -> assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT));
    }
  }
}
