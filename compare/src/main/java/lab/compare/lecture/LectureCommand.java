package lab.compare.lecture;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lab.compare.Commands;
import lab.compare.LiveLine;
import lab.compare.TextTable;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.OutputFiles;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the whole lecture. */
@Command(
    name = "lecture",
    mixinStandardHelpOptions = true,
    description = "Runs all labs, and says of each of the lecture's claims what the figures say.",
    sortOptions = false)
public final class LectureCommand implements Callable<Integer> {
  /** Each lab has its share of the time. So much of it may go by until nothing is measured again; the rest is for what is under way. */
  private static final int REPEATED_UNTIL_PERCENT = 85;

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "Small sizes: a quick look that decides less.")
  private boolean quick;

  @Option(names = "--minutes", paramLabel = "N", 
      description = "How long it may take. In more time more is measured again of what the host of a virtual machine disturbed."
          + " Default: ${DEFAULT-VALUE}.")
  private int minutes = 15;

  @Option(names = "--labs", paramLabel = "NAMES", split = ",", 
      description = "Only these labs, and what earlier runs found of the others. Default: all.")
  private List<String> names = Labs.names();

  @Option(names = "--results", paramLabel = "FOLDER", description = "Where all figures go. Default: ${DEFAULT-VALUE}.")
  private Path folder = LabFiles.USUAL;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Runs them; the exit code is 0 if all could be run, all crawls did the same work and no page failed, else 1. */
  @Override
  public Integer call() {
    List<Lab> labs = names.stream().distinct().map(Labs::named).toList();
    if (minutes < 1) {
      throw new UsageException("--minutes " + minutes + ": a lecture takes at least 1");
    }
    LabFiles files = new LabFiles(folder);
    System.out.println(labs.size() + " labs" + (quick ? ", a quick look." : ": about " + Math.ceilDiv(seconds(labs), 60) + " minutes."));
    List<LabResult> results = run(labs, files);
    Lecture lecture = withEarlier(results, files);
    System.out.println();
    claims(lecture).lines().forEach(System.out::println);
    System.out.println();
    System.out.println(lecture.summary());
    System.out.println("All figures: " + files.lecture());
    System.out.println("The lecture: " + files.lecturePage() + "  (open it in a browser)");
    boolean allRun = results.size() == labs.size();
    return allRun && lecture.labs().stream().allMatch(LabResult::isSound) ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  private static int seconds(List<Lab> labs) {
    return labs.stream().mapToInt(lab -> lab.card().seconds()).sum();
  }

  private List<LabResult> run(List<Lab> labs, LabFiles files) {
    List<LabResult> results = new ArrayList<>();
    Instant begin = Instant.now();
    int usualSeconds = 0;
    try (LiveLine progress = new LiveLine(quiet, labs.size())) {
      for (Lab lab : labs) {
        usualSeconds += lab.card().seconds();
        Instant end = begin.plus(Duration.ofMinutes(minutes).multipliedBy(REPEATED_UNTIL_PERCENT * usualSeconds).dividedBy(100L * seconds(labs)));
        results.addAll(attempt(lab, files, progress, end).stream().toList());
        progress.step();
        // After each lab: what was measured is kept, whatever happens to the next.
        Lecture soFar = withEarlier(results, files);
        OutputFiles.write(files.lecture(), Json.pretty(soFar));
        LabPages.writeLecture(files, soFar);
      }
    }
    return results;
  }

  /** Runs a lab; nothing comes of it if this machine doesn't let it, and then the others are run all the same. */
  private Optional<LabResult> attempt(Lab lab, LabFiles files, LiveLine progress, Instant end) {
    try {
      LabResult result = LabRun.of(lab, quick, files, progress, end);
      System.out.println(line(result));
      return Optional.of(result);
    } catch (UncheckedIOException e) {
      System.out.printf("  %-13s could not be run%n", lab.card().name());
      System.err.println("lab " + lab.card().name() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What was measured before by labs that this run has not come to, or was not asked for: so a lecture can be completed. */
  private Lecture withEarlier(List<LabResult> results, LabFiles files) {
    List<String> now = results.stream().map(LabResult::name).toList();
    Stream<LabResult> earlier =
        files.readAll().stream().filter(result -> result.quick() == quick && !now.contains(result.name()));
    List<LabResult> all = Stream.concat(earlier, results.stream())
        .sorted(Comparator.comparing(result -> Labs.names().indexOf(result.name())))
        .toList();
    return Lecture.of(Commands.compare(spec.commandLine().getParent().getParseResult().originalArgs()), all);
  }

  private static String line(LabResult result) {
    long decided = result.findings().stream().filter(finding -> finding.verdict() != Verdict.UNDECIDED).count();
    String problem = result.isSound() ? "" : "  " + result.checked();
    return String.format(Locale.ROOT, "  %-13s %4.0f s   %d of %d claims decided%s",
        result.name(), result.seconds(), decided, result.findings().size(), problem);
  }

  private static TextTable claims(Lecture lecture) {
    TextTable table = new TextTable("claim", "lab", "(verdict", "(what the lecture says");
    lecture.claims().forEach(claim ->
        table.add(String.valueOf(claim.number()), claim.lab(), claim.verdict().words(), claim.words()));
    return table;
  }
}
