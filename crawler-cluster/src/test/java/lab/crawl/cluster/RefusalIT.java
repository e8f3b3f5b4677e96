package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.UsageException;
import org.junit.jupiter.api.Test;

/** A store that isn't what was asked for is refused with one line, in which there is no password. */
class RefusalIT {
  private static final CrawlPlan PLAN = CrawlPlan.of("http://127.0.0.1:9/").build();

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void aCrawlByAnotherPlan() throws InterruptedException {
    try (Crawls crawls = new Crawls(store)) {
      crawls.open("mine", PLAN, false, List.of());
    }

    assertRefused(store, CrawlPlan.of("http://127.0.0.1:9/").maxPages(7).build(), "--crawl 'mine' is in the store", "with another plan");
  }

  @Test
  void noSuchDatabase() {
    StoreAddress nowhere = new StoreAddress(store.url().replaceFirst("/test\\d+\\?", "/nowhere?") + "&password=secret");

    assertRefused(nowhere, PLAN, "--store jdbc:postgresql://127.0.0.1", "database \"nowhere\" does not exist");
  }

  private static void assertRefused(StoreAddress store, CrawlPlan plan, String... words) {
    try (ClusterCrawler crawler = new ClusterCrawler(plan, "mine", Store.at(store), at -> new ThreadTeam(at, List.of(1), Member.LONGEST_WORK))) {
      assertThatThrownBy(() -> crawler.crawl(CrawlListener.NONE))
          .isInstanceOf(UsageException.class).hasMessageContainingAll(words).hasMessageNotContaining("secret");
    }
  }
}
