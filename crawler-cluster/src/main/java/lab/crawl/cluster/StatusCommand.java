package lab.crawl.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.crawl.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how the crawls of a store are. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the crawls of a store: members, pages that wait, are out and are done, by host, failures, rate and time left.",
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {
  @Option(names = "--store", paramLabel = "STORE", description = "The store: see --help of cluster.")
  private Optional<String> store = Optional.ofNullable(System.getenv(StoreAddress.VARIABLE));

  @Override
  public Integer call() throws InterruptedException {
    try (Crawls crawls = new Crawls(StoreAddress.running(store))) {
      List<String> lines = crawls.report();
      (lines.isEmpty() ? List.of("no crawl is in this store") : lines).forEach(System.out::println);
      return ExitCode.ALL_WELL;
    }
  }
}
