package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import lab.compare.run.LiveLine;
import lab.crawl.cli.ExitCode;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import lab.lecture.verdicts.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of one lab. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = "Runs one lab: a question, a measurement, and what it says of the lecture's claims.",
    sortOptions = false)
final class LabCommand implements Callable<Integer> {
  /** A lab may take two minutes, with what is necessary at its end. */
  private static final Duration TIME = Duration.ofSeconds(100);

  /** What a quick look takes on a quiet machine with two cores; for the live line. */
  private static final Duration QUICK = Duration.ofSeconds(20);

  @Parameters(paramLabel = "NAME", description = "Which lab; \"labs\" lists them.")
  private String name;

  @Option(names = "--quick", description = "Small sizes and few rounds: a quick look that decides less.")
  private boolean quick;

  @Option(names = "--results", paramLabel = "FOLDER", description = "Where all figures go. Default: ${DEFAULT-VALUE}.")
  private Path folder = LabFiles.USUAL;

  @Mixin private SpokenLanguage lang = new SpokenLanguage();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Runs it; the exit code is 0 if all crawls did the same work and no page failed, else 1. */
  @Override
  public Integer call() {
    return Words.in(lang.language(), this::run);
  }

  private int run() {
    Lab lab = Labs.named(name);
    LabFiles files = new LabFiles(folder);
    LabText.before(lab, quick).forEach(System.out::println);
    LabResult result;
    try (LiveLine progress = LiveLine.about(quiet, quick ? QUICK : Duration.ofSeconds(lab.info().seconds()))) {
      result = LabRun.of(lab, quick, files, progress, Instant.now().plus(TIME));
    }
    LabText.after(result).forEach(System.out::println);
    LabPages.writeReport(files);
    System.out.println(say("terminal.figures", files.result(name)));
    System.out.println(say("terminal.report", files.report()));
    return result.isSound() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }
}
