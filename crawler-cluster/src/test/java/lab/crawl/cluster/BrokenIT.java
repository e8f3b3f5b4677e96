package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks in a member ends the crawl for all. */
class BrokenIT {

  @Test
  void thePageThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("page/0.html.orig/in-the-way"));
    Store store = Store.at(TestStore.newDatabase());
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:4"));
        ClusterCrawler crawler = new ClusterCrawler(CrawlPlan.of(site.url().toString()).concurrency(4).out(folder).build(), "broken", store,
            at -> new ThreadTeam(at, List.of(2, 2), Member.LONGEST_WORK))) {
      assertThatThrownBy(() -> crawler.crawl(CrawlListener.NONE))
          .isInstanceOf(CrawlBugException.class)
          .hasMessageEndingWith("/page/0.html")
          .cause().hasMessageStartingWith("cannot write " + folder.resolve("page/0.html.orig"));
    }
  }
}
