package lab.crawl.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.crawl.cli.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints how long a member's turn takes with so many rows, by the statements that a crawl uses. */
@Command(
    name = "bench-store",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fills databases of an embedded PostgreSQL with so many pages, half of them visited, and measures what a member does: claim pages,",
      "record them, give them back. The sizes take turns. Nothing waits for the disk, which takes its time however large a table is.",
      "5 million pages need 5 GB in the folder for temporary files, and some minutes to be made."
    })
final class BenchStoreCommand implements Callable<Integer> {
  @Option(names = "--rows", paramLabel = "N,N", split = ",", description = "How many pages. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of(50_000, 500_000, 5_000_000);

  @Option(names = "--rounds", paramLabel = "N",
      description = "How often each is measured; a quarter as many rounds come first and don't count. Default: ${DEFAULT-VALUE}.")
  private int rounds = 1000;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || sizes.stream().anyMatch(size -> size < FilledStore.LEAST_PAGES)) {
      throw new UsageException("--rounds is 1 or more, and each of --rows " + FilledStore.LEAST_PAGES + " or more");
    }
    try (Store server = EmbeddedStore.temporary(false)) {
      List<StoreBenchmark> benchmarks = new ArrayList<>();
      try {
        for (int size : sizes) {
          System.err.println("filling a store with " + size + " pages …");
          benchmarks.add(StoreBenchmark.on(server.address(), size));
        }
        run(benchmarks, rounds / 4);
        benchmarks.forEach(StoreBenchmark::forget);
        run(benchmarks, rounds);
        print(benchmarks);
      } finally {
        benchmarks.forEach(StoreBenchmark::close);
      }
    }
    return ExitCode.ALL_WELL;
  }

  private static void run(List<StoreBenchmark> benchmarks, int rounds) throws InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < benchmarks.size(); i++) {
        // Another one is first each time.
        benchmarks.get((round + i) % benchmarks.size()).round();
      }
    }
  }

  private void print(List<StoreBenchmark> benchmarks) {
    TextTable table = new TextTable("pages", "claim ms", "times", "record ms", "times", "give back ms", "times");
    StoreBenchmark smallest = benchmarks.stream().min(Comparator.comparingInt(StoreBenchmark::pages)).orElseThrow();
    for (StoreBenchmark benchmark : benchmarks) {
      List<String> row = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", benchmark.pages())));
      for (StoreBenchmark.Step step : StoreBenchmark.Step.values()) {
        row.add("%.2f".formatted(benchmark.medianMillis(step)));
        row.add("%.2f".formatted(benchmark.medianMillis(step) / smallest.medianMillis(step)));
      }
      table.add(row.toArray(String[]::new));
    }
    System.out.println("medians of " + rounds + " rounds, " + StoreBenchmark.BATCH + " pages each, and as a multiple of the smallest store's");
    table.lines().forEach(System.out::println);
  }
}
