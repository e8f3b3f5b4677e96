package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.RequestSettings;
import lab.crawl.cli.UsageException;
import org.junit.jupiter.api.Test;

class ClusterOptionsTest {

  /** A plan lies in the database. */
  @Test
  void secretsAreRefused() {
    RequestSettings settings = new RequestSettings(
        List.of(new RequestSettings.Header("X-Key", "secret")), List.of(), false, Optional.empty(), List.of(), RequestSettings.UNLIMITED);
    CrawlPlan plan = CrawlPlan.of("http://site.test/").requests(settings).build();

    assertThatThrownBy(() -> new ClusterOptions().newCrawler(plan)).isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--header, --cookies, --keep-cookies, --netrc, --proxy and --rate are not for cluster");
  }
}
