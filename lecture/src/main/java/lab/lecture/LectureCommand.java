package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lab.compare.run.LiveLine;
import lab.crawl.WholeFile;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.MavenCommand;
import lab.crawl.cli.TextTable;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import lab.lecture.verdicts.Verdict;
import lab.lecture.verdicts.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the whole lecture. */
@Command(
    name = "lecture",
    mixinStandardHelpOptions = true,
    description = "Runs all labs, and says of each of the lecture's claims what the figures say.",
    subcommands = {LabsCommand.class, LabCommand.class, SchedulerCommand.class},
    sortOptions = false)
final class LectureCommand implements Callable<Integer> {
  /** Each lab has its share of the time. So much of it may go by until nothing is measured again; the rest is for what is under way. */
  private static final int REPEATED_UNTIL_PERCENT = 92;

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "Small sizes: a quick look that decides less.")
  private boolean quick;

  @Option(names = "--minutes", paramLabel = "N",
      description = "How long all labs may take; --labs have their share. In more time more is measured again of what other programs, or the host"
          + " of a virtual machine, disturbed."
          + " Default: ${DEFAULT-VALUE}.")
  private int minutes = 25;

  @Option(names = "--labs", paramLabel = "NAMES", split = ",",
      description = "Only these labs, and what earlier runs found of the others. Default: all.")
  private List<String> names = Labs.names();

  @Option(names = "--results", paramLabel = "FOLDER", description = "Where all figures go. Default: ${DEFAULT-VALUE}.")
  private Path folder = LabFiles.USUAL;

  @Mixin private SpokenLanguage lang = new SpokenLanguage();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Runs them; the exit code is 0 if all could be run, all crawls did the same work and no page failed, else 1. */
  @Override
  public Integer call() {
    return Words.in(lang.language(), this::run);
  }

  private int run() {
    List<Lab> labs = names.stream().distinct().map(Labs::ofLecture).toList();
    if (minutes < 1) {
      throw new UsageException("--minutes " + minutes + ": a lecture takes at least 1");
    }
    LabFiles files = new LabFiles(folder);
    System.out.println(say(quick ? "terminal.quick-labs" : "terminal.labs", labs.size(), Math.ceilDiv(share(labs).toSeconds(), 60)));
    Lecture lecture = run(labs, files);
    System.out.println();
    claims(lecture).lines().forEach(System.out::println);
    System.out.println();
    System.out.println(lecture.summary());
    System.out.println(say("terminal.figures", files.lecture()));
    System.out.println(say("terminal.lecture", files.lecturePage()));
    if (!lecture.labs().isEmpty()) {
      LabPages.writeReport(files);
    }
    boolean allRun = lecture.labs().stream().map(LabResult::name).toList().containsAll(names);
    return allRun && lecture.labs().stream().allMatch(LabResult::isSound) ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  /** How much of the time for all labs these have. */
  private Duration share(List<Lab> labs) {
    return Duration.ofMinutes(minutes).multipliedBy(seconds(labs)).dividedBy(seconds(Labs.all()));
  }

  private static int seconds(List<Lab> labs) {
    return labs.stream().mapToInt(lab -> lab.info().seconds()).sum();
  }

  private Lecture run(List<Lab> labs, LabFiles files) {
    // What earlier runs found of labs that this one is not asked for: so a lecture can be completed.
    Map<String, LabResult> results = new HashMap<>();
    files.readAll().stream().filter(result -> result.quick() == quick).forEach(result -> results.put(result.name(), result));
    Instant begin = Instant.now();
    try (LiveLine progress = new LiveLine(quiet, labs.size())) {
      for (int i = 0; i < labs.size(); i++) {
        Lab lab = labs.get(i);
        Duration untilNext = share(labs.subList(0, i + 1));
        Instant end = begin.plus(untilNext.multipliedBy(REPEATED_UNTIL_PERCENT).dividedBy(100));
        results.remove(lab.info().name());
        attempt(lab, files, progress, end).ifPresent(result -> results.put(lab.info().name(), result));
        progress.step();
        // After each lab: what was measured is kept, whatever happens to the next.
        Lecture soFar = lecture(results);
        WholeFile.write(files.lecture(), Json.pretty(soFar));
        LabPages.writeLecture(files, soFar);
      }
    }
    return lecture(results);
  }

  /** Runs a lab; nothing comes of it if this machine doesn't let it, and then the others are run all the same. */
  private Optional<LabResult> attempt(Lab lab, LabFiles files, LiveLine progress, Instant end) {
    try {
      LabResult result = LabRun.of(lab, quick, files, progress, end);
      System.out.println(line(result));
      return Optional.of(result);
    } catch (UncheckedIOException e) {
      System.out.printf("  %-13s %s%n", lab.info().name(), say("terminal.not-possible"));
      System.err.println("lab " + lab.info().name() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** In the labs' usual order. */
  private Lecture lecture(Map<String, LabResult> results) {
    List<LabResult> inOrder = Labs.names().stream().map(results::get).filter(Objects::nonNull).toList();
    return Lecture.of(MavenCommand.exec("lecture", spec.commandLine().getParseResult().originalArgs()), inOrder);
  }

  private static String line(LabResult result) {
    long decided = result.findings().stream().filter(finding -> finding.verdict() != Verdict.UNDECIDED).count();
    String problem = result.isSound() ? "" : "  " + result.checked();
    return String.format(Locale.ROOT, "  %-13s %4.0f s   %s%s",
        result.name(), result.seconds(), say("terminal.decided", decided, result.findings().size()), problem);
  }

  private static TextTable claims(Lecture lecture) {
    TextTable table = new TextTable(
        say("terminal.claim"), say("terminal.lab"), TextTable.words(say("terminal.by")), TextTable.words(say("terminal.verdict")),
        TextTable.words(say("terminal.words")));
    Set<String> run = lecture.labs().stream().map(LabResult::name).collect(Collectors.toSet());
    lecture.claims().forEach(claim -> {
      String verdict = run.contains(claim.lab()) ? claim.verdict().words() : say("terminal.not-run");
      table.add(
          String.valueOf(claim.number()), claim.lab(), say(claim.demonstrated() ? "terminal.shown" : "terminal.measured"), verdict,
          claim.words());
    });
    return table;
  }
}
