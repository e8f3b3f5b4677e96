package lab.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lab.compare.report.ComparisonReport;
import lab.compare.report.Difference;
import lab.compare.report.ReportData;
import lab.compare.report.ReportPage;
import lab.compare.run.Comparison;
import lab.compare.run.ComparisonProgress;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.Results;
import lab.compare.run.SelfCheck;
import lab.compare.run.SiteWarmUp;
import lab.compare.run.Variants;
import lab.crawl.CrawlPlan;
import lab.crawl.WholeFile;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlOptions;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.MavenCommand;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the comparison: all variants on one site, and their figures side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Crawls one site with every variant in turn and prints their figures side by side.",
    subcommands = {SweepCommand.class, MovedCommand.class},
    sortOptions = false)
public final class CompareMain implements Callable<Integer> {
  @Mixin private CrawlOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--rounds", paramLabel = "N",
      description = "How often each variant is run, in turn with the others. Default: ${DEFAULT-VALUE}.")
  private int rounds = 2;

  @Option(names = "--warm-ups", paramLabel = "N",
      description = "Crawls between the cold and the warm one, in the same JVM, that are not measured. Default: ${DEFAULT-VALUE}.")
  private int warmUps = 0;

  @Option(names = "--variants", paramLabel = "NAMES", split = ",",
      description = "Which variants, in which order. Default: sync,threads,virtual,async,procs.")
  private List<String> variants = Variants.USUAL;

  @Option(names = "--results", paramLabel = "FILE",
      description = "Where all figures go, as JSON; report.html goes beside it. Default: ${DEFAULT-VALUE}.")
  private Path resultsFile = Path.of("compare", "target", "lab", "results.json");

  @Option(names = "--trace", paramLabel = "FILE",
      description = "Write the timelines that are drawn, to be opened in ui.perfetto.dev or chrome://tracing.")
  private Optional<Path> trace = Optional.empty();

  @Option(names = "--from", paramLabel = "FILE", description = "Measure nothing: print and draw saved results again.")
  private Optional<Path> from = Optional.empty();

  @Option(names = "--diff", arity = "2", paramLabel = "FILE",
      description = "Measure nothing: hold two saved results side by side.")
  private List<Path> diff = List.of();

  @Option(names = "--self-check",
      description = "Check the measuring itself: a variant against itself, and against itself with 10 %% more work.")
  private boolean selfCheck;

  /** Compares; the exit code is 0 if all variants did the same work, 1 if their manifests differ. */
  @Override
  public Integer call() {
    if (Stream.of(from.isPresent(), !diff.isEmpty(), selfCheck).filter(Boolean::booleanValue).count() > 1) {
      throw new UsageException("give one of --from, --diff and --self-check");
    }
    if (from.isPresent()) {
      Results results = ResultFiles.readResults(from.get());
      show(results, new ResultFiles(from.get().toAbsolutePath()));
      return ExitCode.ALL_WELL;
    }
    if (!diff.isEmpty()) {
      return diff(diff.getFirst(), diff.getLast());
    }
    return selfCheck ? selfCheck() : compare();
  }

  private int compare() {
    if (rounds < 1) {
      throw new UsageException("--rounds is " + rounds + " but must be 1 or more");
    }
    if (warmUps < 0) {
      throw new UsageException("--warm-ups is " + warmUps + " but must be 0 or more");
    }
    variants.forEach(Variants::named);
    try (CrawlTarget target = options.open()) {
      CrawlPlan plan = options.plan(target.seed());
      ResultFiles files = ResultFiles.create(resultsFile);
      target.site().ifPresent(site -> SiteWarmUp.run(plan));
      Results results;
      boolean allEqual;
      try (var progress = new ComparisonProgress(options.quiet(), rounds * variants.size() * (2 + warmUps), target.site())) {
        Comparison comparison = new Comparison(target, plan, files, progress);
        results = run(comparison);
        allEqual = comparison.allEqual();
      }
      show(results, files);
      return allEqual ? ExitCode.ALL_WELL : ExitCode.FAILURES;
    }
  }

  private Results run(Comparison comparison) {
    Results results = comparison.results(command());
    for (int round = 1; round <= rounds; round++) {
      comparison.round(round, variants, warmUps);
      results = comparison.results(command());
      // After each round: what was measured is kept, whatever happens to the next.
      WholeFile.write(resultsFile, Json.pretty(results));
    }
    return results;
  }

  private void show(Results results, ResultFiles files) {
    List<CrawlTimeline> timelines = CrawlTimeline.of(results, files);
    ReportPage.write(files.report(), ReportData.of(results, timelines).json());
    trace.ifPresent(file -> WholeFile.write(file, Json.line(CrawlTimeline.trace(timelines))));
    List<CrawlTimeline> warm = timelines.stream().filter(CrawlTimeline::warm).toList();
    new ComparisonReport(results, warm, files).lines().forEach(System.out::println);
  }

  private static int diff(Path left, Path right) {
    Results before = ResultFiles.readResults(left);
    Results after = ResultFiles.readResults(right);
    Difference difference = Difference.of(left, before, right, after);
    if (difference.rows().isEmpty()) {
      String message = "nothing to compare: " + left + " and " + right + " have no variant in common";
      throw new UncheckedIOException(message, new IOException(message));
    }
    Path page = right.toAbsolutePath().resolveSibling("diff.html");
    ReportPage.write(page, ReportData.of(difference, after).json());
    difference.lines().forEach(System.out::println);
    System.out.println("Drawn: " + ComparisonReport.relative(page));
    return ExitCode.ALL_WELL;
  }

  private int selfCheck() {
    try (var check = new SelfCheck(SelfCheck.Sizes.USUAL, options.quiet())) {
      check.run().forEach(System.out::println);
      return check.passed() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
    }
  }

  private String command() {
    return MavenCommand.exec("compare", spec.commandLine().getParseResult().originalArgs());
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new CompareMain(), args);
  }
}
