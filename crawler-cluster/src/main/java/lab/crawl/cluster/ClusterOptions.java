package lab.crawl.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;

/**
 * What only this design can be told.
 *
 * @param store a database that runs; empty for an embedded one
 * @param name the crawl's name in it; empty for the seed's URL
 * @param members how many members are started
 */
record ClusterOptions(Optional<StoreAddress> store, Optional<String> name, int members) {
  static final ClusterOptions DEFAULT = new ClusterOptions(Optional.empty(), Optional.empty(), Runtime.getRuntime().availableProcessors());

  Crawler newCrawler(CrawlPlan plan) {
    int count = Math.min(members, plan.concurrency());
    var widths = IntStream.range(0, count).map(i -> plan.concurrency() / count + (i < plan.concurrency() % count ? 1 : 0)).boxed().toList();
    return new ClusterCrawler(
        plan, name.orElse(plan.seed().toString()), openStore(), address -> new ThreadTeam(address, widths, Member.LONGEST_WORK));
  }

  private Store openStore() {
    return store.map(Store::at).orElseGet(() -> {
      try {
        return EmbeddedStore.in(Files.createTempDirectory("crawler-store"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make a folder for the embedded PostgreSQL: " + e, e);
      }
    });
  }
}
