package lab.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlOptions;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.OutputFiles;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of the comparison: all variants on one site, and their figures side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Crawls one site with every variant in turn and prints their figures side by side.",
    sortOptions = false)
public final class CompareMain implements Callable<Integer> {
  @Mixin private CrawlOptions options;

  @Option(names = "--rounds", paramLabel = "N",
      description = "How often each variant is run, in turn with the others. Default: ${DEFAULT-VALUE}.")
  private int rounds = 2;

  @Option(names = "--variants", paramLabel = "NAMES", split = ",",
      description = "Which variants, in which order. Default: sync,threads,virtual,async,procs.")
  private List<String> variants = List.of("sync", "threads", "virtual", "async", "procs");

  @Option(names = "--results", paramLabel = "FILE",
      description = "Where all figures go, as JSON. Default: ${DEFAULT-VALUE}.")
  private Path resultsFile = Path.of("compare", "target", "lab", "results.json");

  /** Compares; the exit code is 0 if all variants did the same work, 1 if their manifests differ. */
  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new UsageException("--rounds is " + rounds + " but must be 1 or more");
    }
    variants.forEach(Variants::named);
    try (CrawlTarget target = options.open()) {
      CrawlPlan plan = options.plan(target.seed());
      target.site().ifPresent(site -> SiteWarmUp.run(plan));
      Path manifests = resultsFile.toAbsolutePath().resolveSibling("manifests");
      Comparison comparison = new Comparison(target, plan, createFolder(manifests));
      run(comparison);
      new ComparisonReport(comparison, resultsFile).lines().forEach(System.out::println);
      return comparison.verification().allEqual() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
    }
  }

  private void run(Comparison comparison) {
    try (ComparisonProgress progress = new ComparisonProgress(options.quiet(), rounds * variants.size() * 2)) {
      for (int round = 1; round <= rounds; round++) {
        comparison.round(round, variants, progress);
        // After each round: what was measured is kept, whatever happens to the next.
        OutputFiles.write(resultsFile, Json.pretty(comparison.results()));
      }
    }
  }

  private static Path createFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
    }
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new CompareMain(), args);
  }
}
