package lab.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.compare.report.ComparisonReport;
import lab.compare.report.LanguageOption;
import lab.compare.report.ReportData;
import lab.compare.report.ReportPage;
import lab.compare.report.SweepCurves;
import lab.compare.report.Texts;
import lab.compare.report.Titles;
import lab.compare.run.Sweep;
import lab.compare.run.SweepRun;
import lab.compare.run.Variants;
import lab.compare.stats.ValueList;
import lab.crawl.cli.CrawlOptions;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.MavenCommand;
import lab.crawl.cli.Places;
import lab.crawl.cli.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command line of a sweep: every variant at each of many values of one option. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Runs every variant at each of several values of one option, and draws throughput against it.",
      "A sweep that was stopped goes on where it was. All options of a crawl (--site, --timeout, ...) count here, too."
    },
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--concurrency", paramLabel = "LIST", description = "Widths, such as 1,2,4,8,16.")
  private String concurrency = "8";

  @Option(names = "--latency", paramLabel = "LIST", description = "Latencies, such as 0ms,10ms,50ms.")
  private String latency = "50ms";

  @Option(names = "--checksum-rounds", paramLabel = "LIST", description = "CPU-bound work per page, such as 0,10,100,1000.")
  private String checksumRounds = "40";

  @Option(names = "--site", paramLabel = "SITE", description = "The practice site. Default: ${DEFAULT-VALUE}.")
  private String site = "flat:400";

  @Option(names = "--variants", paramLabel = "NAMES", split = ",",
      description = "Which variants. Default: sync,threads,virtual,async,procs.")
  private List<String> variants = Variants.USUAL;

  @Option(names = "--results", paramLabel = "FILE",
      description = "Where all figures go, as JSON; sweep.html goes beside it. Default: ${DEFAULT-VALUE}.")
  private Path resultsFile = Path.of("compare", "target", "lab", "sweep.json");

  @Mixin private LanguageOption lang = new LanguageOption();

  @Option(names = "--restart", description = "Begin anew, even if there is a sweep to go on with.")
  private boolean restart;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Unmatched private List<String> others = new ArrayList<>();

  /** Sweeps; the exit code is 0 if at each value all variants did the same work, else 1. */
  @Override
  public Integer call() {
    Places.checkFile("--results", Optional.of(resultsFile));
    CompareMain.checkIsNot(resultsFile, "sweep.html");
    variants.forEach(Variants::named);
    Map<String, List<String>> lists = lists();
    List<String> swept = lists.keySet().stream().filter(option -> lists.get(option).size() > 1).toList();
    if (swept.size() != 1) {
      throw new UsageException("give several values to one of --concurrency, --latency and --checksum-rounds, such as "
          + "--concurrency 1,2,4,8,16,32,64: " + (swept.isEmpty() ? "none has" : "here " + String.join(" and ", swept) + " have"));
    }
    String option = swept.getFirst();
    SweepRun run = new SweepRun(option, lists.get(option), variants, value -> options(lists, option, value), resultsFile);
    Sweep sweep = run.run(command(), restart, quiet);
    return show(sweep);
  }

  private int show(Sweep sweep) {
    SweepCurves curves = SweepCurves.of(sweep, Texts.ENGLISH);
    Texts texts = Texts.of(lang.language());
    Titles titles = new Titles(Texts.ENGLISH);
    Path page = resultsFile.toAbsolutePath().resolveSibling("sweep.html");
    ReportPage.write(page, texts, ReportData.of(sweep, SweepCurves.of(sweep, texts), texts).json());
    System.out.println(titles.sweep(sweep));
    System.out.println(titles.machine(sweep.machine()));
    System.out.println();
    curves.lines().forEach(System.out::println);
    System.out.println("All figures: " + resultsFile);
    System.out.println("Drawn:       " + ComparisonReport.relative(page));
    sweep.differing().forEach(value ->
        System.out.println("ERROR: at " + sweep.option() + " " + value + " the variants did not do the same work."));
    return sweep.differing().isEmpty() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  private Map<String, List<String>> lists() {
    try {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      lists.put("concurrency", numbers(concurrency));
      // One latency may have any form; only several must be plain times.
      lists.put("latency", latency.contains(",")
          ? ValueList.latencies(latency).stream().map(time -> time.toMillis() + "ms").toList()
          : List.of(latency));
      lists.put("checksum-rounds", numbers(checksumRounds));
      return lists;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static List<String> numbers(String text) {
    return ValueList.numbers(text).stream().map(String::valueOf).toList();
  }

  /** The options of a crawl as if they had been typed for this one value. */
  private CrawlOptions options(Map<String, List<String>> lists, String option, String value) {
    List<String> arguments = new ArrayList<>(others);
    arguments.addAll(List.of("--site", site));
    lists.forEach((name, values) ->
        arguments.addAll(List.of("--" + name, name.equals(option) ? value : values.getFirst())));
    if (site.equals("poetry") && latency.equals("50ms")) {
      throw new UsageException("--site poetry drips by itself: give it a --latency, too");
    }
    OneCrawl one = new OneCrawl();
    try {
      new CommandLine(one).parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(e.getMessage());
    }
    return one.options;
  }

  private String command() {
    return MavenCommand.exec("compare", spec.root().commandLine().getParseResult().originalArgs());
  }

  @Command
  private static final class OneCrawl {
    @Mixin private CrawlOptions options;
  }
}
