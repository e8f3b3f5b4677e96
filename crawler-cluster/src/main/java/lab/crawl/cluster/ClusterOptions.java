package lab.crawl.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.RequestSettings;
import lab.crawl.cli.UsageException;
import picocli.CommandLine.Option;

/** What only this design can be told. */
final class ClusterOptions {
  @Option(names = "--store", paramLabel = "STORE",
      description = {
        "Where the crawl's state is: jdbc:postgresql://host/database, or a folder in which an embedded PostgreSQL keeps it.",
        "The environment variable " + StoreAddress.VARIABLE + " says the same, and no list of processes shows it.",
        "Default: an embedded PostgreSQL for this run alone."
      })
  private Optional<String> store = Optional.ofNullable(System.getenv(StoreAddress.VARIABLE));

  @Option(names = "--crawl", paramLabel = "NAME",
      description = "The crawl's name in the store: one that is there already goes on. Default: the seed URL.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--members", paramLabel = "N",
      description = "How many members to start; they share --concurrency. Default: one for each core.")
  private int members = Runtime.getRuntime().availableProcessors();

  Crawler newCrawler(CrawlPlan plan) {
    if (members < 1) {
      throw new UsageException("--members " + members + ": should be 1 or more");
    }
    if (!plan.fetch().requests().equals(RequestSettings.NONE)) {
      throw new UsageException("--header, --cookies, --keep-cookies, --netrc, --proxy and --rate are not for cluster, whose plan lies in a database;"
          + " another design takes them");
    }
    if (store.isPresent() && plan.work().replies().isPresent()) {
      throw new UsageException("--update asks a site again, and --store keeps what it said before: leave --store out, or crawl anew by"
          + " another --crawl NAME");
    }
    List<Integer> widths = widths(members, plan.concurrency());
    return new ClusterCrawler(plan, name.orElse(plan.seed().toString()), openStore(), address -> new ProcessTeam(address, widths));
  }

  /** How wide each member is, if so many share a width: none is without any. */
  static List<Integer> widths(int members, int concurrency) {
    int count = Math.min(members, concurrency);
    return IntStream.range(0, count).mapToObj(i -> concurrency / count + (i < concurrency % count ? 1 : 0)).toList();
  }

  private Store openStore() {
    if (store.isEmpty()) {
      return EmbeddedStore.temporary(true);
    }
    return store.get().startsWith("jdbc:") ? Store.at(new StoreAddress(store.get())) : EmbeddedStore.in(Path.of(store.get()));
  }
}
