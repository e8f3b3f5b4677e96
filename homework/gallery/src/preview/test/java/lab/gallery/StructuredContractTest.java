package lab.gallery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.contract.CrawlerContract;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructuredContractTest extends CrawlerContract {
  @Override
  protected Crawler newCrawler(CrawlPlan plan) {
    return new StructuredCrawler(plan);
  }

  /** All pages are out when the first of them breaks: it is that one, and not the one handed out last. */
  @Test
  void namesThePageThatBroke(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("page/0.html.orig/is-a-folder"));
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:4"));
        Crawler crawler = newCrawler(CrawlPlan.of(site.url().toString()).concurrency(4).out(folder).build())) {
      assertThatThrownBy(() -> crawler.crawl(CrawlListener.NONE))
          .isInstanceOf(CrawlBugException.class)
          .hasMessageEndingWith("/page/0.html")
          .cause().hasMessageStartingWith("cannot write ");
    }
  }
}
