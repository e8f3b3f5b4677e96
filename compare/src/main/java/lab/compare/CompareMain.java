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
import lab.compare.report.LanguageOption;
import lab.compare.report.ReportData;
import lab.compare.report.ReportPage;
import lab.compare.report.ResultsExport;
import lab.compare.report.Texts;
import lab.compare.run.Comparison;
import lab.compare.run.ComparisonProgress;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.Results;
import lab.compare.run.SelfCheck;
import lab.compare.run.SiteWarmUp;
import lab.compare.run.Variants;
import lab.compare.run.WarmUp;
import lab.compare.stats.PairedClaim;
import lab.crawl.CrawlPlan;
import lab.crawl.WholeFile;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlOptions;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.FlightOption;
import lab.crawl.cli.MavenCommand;
import lab.crawl.cli.Places;
import lab.crawl.cli.RobotsNotes;
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
    description = {
      "Crawls one site with every variant in turn and prints their figures side by side.",
      "Unless a site, a URL or --exclude is given, it crawls a part of javadoc: without /class-use/ and /src-html/."
    },
    subcommands = {SweepCommand.class, MovedCommand.class},
    sortOptions = false)
public final class CompareMain implements Callable<Integer> {
  /** A narrower site than a crawl's: so that all of this takes less than two minutes. */
  @Mixin private CrawlOptions options = CrawlOptions.withoutUnlessAsked("/(class-use|src-html)/");
  @Spec private CommandSpec spec;

  @Option(names = "--rounds", paramLabel = "N",
      description = {
        "How often each variant is measured, in turn with the others. Fewer than 6 allow no claim which one is faster.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int rounds = PairedClaim.ROUNDS;

  @Option(names = "--jvms", paramLabel = "N",
      description = {
        "In how many fresh JVMs each variant is measured, one after another; each has its share of the rounds.",
        "With 6 or more, a claim counts JVMs instead of rounds. Default: ${DEFAULT-VALUE}."
      })
  private int jvms = 2;

  @Option(names = "--warm-ups", paramLabel = "N",
      description = {
        "Crawls between a JVM's cold one and its first round that don't count.",
        "Default: until five used as much CPU time as the five before, but for 5 %%; 20 crawls or a minute at most."
      })
  private Optional<Integer> warmUps = Optional.empty();

  @Option(names = "--variants", paramLabel = "NAMES", split = ",",
      description = "Which variants, in which order. Default: sync,threads,virtual,async,procs.")
  private List<String> variants = Variants.USUAL;

  @Option(names = "--results", paramLabel = "FILE",
      description = "Where all figures go, as JSON; report.html goes beside it. Default: ${DEFAULT-VALUE}.")
  private Path resultsFile = Path.of("compare", "target", "lab", "results.json");

  @Option(names = "--trace", paramLabel = "FILE",
      description = "Write the timelines that are drawn, to be opened in ui.perfetto.dev or chrome://tracing.")
  private Optional<Path> trace = Optional.empty();

  @Option(names = "--export", paramLabel = "FILE",
      description = {
        "Write a .csv file with a row for each crawl, or a .md file with the tables that are printed.",
        "May be given more than once; also with --from."
      })
  private List<Path> exports = List.of();

  @Mixin private FlightOption flight = new FlightOption();

  @Mixin private LanguageOption lang = new LanguageOption();

  @Option(names = "--from", paramLabel = "FILE", description = "Measure nothing: print and draw saved results again.")
  private Optional<Path> from = Optional.empty();

  @Option(names = "--diff", arity = "2", paramLabel = "FILE",
      description = "Measure nothing: hold two saved results side by side.")
  private List<Path> diff = List.of();

  @Option(names = "--self-check",
      description = "Check the measuring itself: a variant against itself, and against itself with 10 %% more work.")
  private boolean selfCheck;

  private boolean isSaved;

  /** Compares; the exit code is 1 if manifests differ, or if a round was faster than the best possible, else 0. */
  @Override
  public Integer call() {
    if (Stream.of(from.isPresent(), !diff.isEmpty(), selfCheck).filter(Boolean::booleanValue).count() > 1) {
      throw new UsageException("give one of --from, --diff and --self-check");
    }
    if (!exports.isEmpty() && (!diff.isEmpty() || selfCheck)) {
      throw new UsageException("--export goes with a comparison or --from, not with --diff or --self-check");
    }
    if (flight.folder().isPresent() && (from.isPresent() || !diff.isEmpty() || selfCheck)) {
      throw new UsageException("--jfr goes with a comparison, not with --from, --diff or --self-check");
    }
    exports.forEach(ResultsExport::check);
    Places.checkFile("--trace", trace);
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
    Places.checkFile("--results", Optional.of(resultsFile));
    checkIsNot(resultsFile, "report.html");
    check("--rounds", rounds, 1);
    check("--jvms", jvms, 1);
    warmUps.ifPresent(crawls -> check("--warm-ups", crawls, 0));
    variants.forEach(Variants::named);
    try (CrawlTarget target = options.open()) {
      CrawlPlan plan = options.plan(target);
      RobotsNotes.refusal(plan).ifPresent(line -> {
        throw new UncheckedIOException(line, new IOException(line));
      });
      plan.scope().sitemaps().problems().forEach(System.err::println);
      ResultFiles files = ResultFiles.create(resultsFile);
      Results results;
      boolean allEqual;
      try (var progress = new ComparisonProgress(options.quiet(), (rounds + 2 * ofJvms()) * variants.size(), target.site())) {
        progress.begun("warming up the site");
        SiteWarmUp.run(target, plan);
        WarmUp warmUp = warmUps.map(WarmUp::of).orElse(WarmUp.UNTIL_STEADY);
        Comparison comparison = new Comparison(target, plan, warmUp, files, progress, flight.folder());
        results = run(comparison);
        allEqual = comparison.allEqual();
      }
      show(results, files);
      flight.folder().ifPresent(folder -> System.out.println("Recordings:  " + folder));
      return allEqual && results.beatingTheBestPossible().isEmpty() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
    }
  }

  static void checkIsNot(Path resultsFile, String page) {
    if (resultsFile.endsWith(page)) {
      throw new UsageException(
          "--results can't be " + resultsFile + ", because the page that is drawn goes there: name another file, such as results.json");
    }
  }

  private static void check(String option, int value, int least) {
    if (value < least) {
      throw new UsageException(option + " is " + value + " but must be " + least + " or more");
    }
  }

  /** More JVMs than rounds would be measured for nothing. */
  private int ofJvms() {
    return Math.min(jvms, rounds);
  }

  private Results run(Comparison comparison) {
    variants.forEach(comparison::add);
    try {
      // What was measured is kept, whatever happens to the next.
      comparison.measure(ofJvms(), rounds, () -> save(comparison));
    } catch (RuntimeException | Error e) {
      if (isSaved) {
        System.err.println("What was measured before is in " + resultsFile + "; --from shows it.");
      }
      throw e;
    }
    return comparison.results(command());
  }

  private void save(Comparison comparison) {
    WholeFile.write(resultsFile, Json.pretty(comparison.results(command())));
    isSaved = true;
  }

  private void show(Results results, ResultFiles files) {
    List<CrawlTimeline> timelines = CrawlTimeline.of(results, files);
    Texts texts = Texts.of(lang.language());
    ReportPage.write(files.report(), texts, ReportData.of(results, timelines, texts).json());
    exports.forEach(new ResultsExport(results)::write);
    trace.ifPresent(file -> WholeFile.write(file, Json.line(CrawlTimeline.trace(timelines))));
    List<CrawlTimeline> warm = timelines.stream().filter(CrawlTimeline::warm).toList();
    new ComparisonReport(results, warm, files).lines().forEach(System.out::println);
  }

  private int diff(Path left, Path right) {
    Results before = ResultFiles.readResults(left);
    Results after = ResultFiles.readResults(right);
    Difference difference = Difference.of(left, before, right, after, Texts.ENGLISH);
    if (difference.rows().isEmpty()) {
      String message = "nothing to compare: " + left + " and " + right + " have no variant in common";
      throw new UncheckedIOException(message, new IOException(message));
    }
    Path page = right.toAbsolutePath().resolveSibling("diff.html");
    Texts texts = Texts.of(lang.language());
    ReportPage.write(page, texts, ReportData.of(Difference.of(left, before, right, after, texts), after, texts).json());
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
