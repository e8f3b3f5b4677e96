package lab.lecture;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import lab.compare.run.LiveLine;
import lab.crawl.cli.ExitCode;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import picocli.CommandLine.Command;
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

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Runs it; the exit code is 0 if all crawls did the same work and no page failed, else 1. */
  @Override
  public Integer call() {
    Lab lab = Labs.named(name);
    LabFiles files = new LabFiles(folder);
    LabText.before(lab, quick).forEach(System.out::println);
    LabResult result;
    try (LiveLine progress = LiveLine.about(quiet, quick ? QUICK : Duration.ofSeconds(lab.info().seconds()))) {
      result = LabRun.of(lab, quick, files, progress, Instant.now().plus(TIME));
    }
    LabText.after(result).forEach(System.out::println);
    LabPages.writeReport(files);
    System.out.println("All figures: " + files.result(name));
    System.out.println("The report:  " + files.report() + "  (open it in a browser)");
    return result.isSound() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }
}
