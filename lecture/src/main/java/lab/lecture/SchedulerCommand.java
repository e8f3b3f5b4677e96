package lab.lecture;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lab.compare.report.LanguageOption;
import lab.compare.report.Texts;
import lab.crawl.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of the page on which one is the scheduler. */
@Command(
    name = "scheduler",
    mixinStandardHelpOptions = true,
    description = "Writes the page on which you decide which thread takes its next step. Nothing is measured.",
    sortOptions = false)
final class SchedulerCommand implements Callable<Integer> {
  @Option(names = "--results", paramLabel = "FOLDER", description = "Where the page goes. Default: ${DEFAULT-VALUE}.")
  private Path folder = LabFiles.USUAL;

  @Mixin private LanguageOption lang = new LanguageOption();

  /** Writes it. */
  @Override
  public Integer call() {
    LabFiles files = new LabFiles(folder);
    Texts texts = LabPages.texts(lang.language());
    LabPages.writeScheduler(files, texts);
    System.out.println(texts.say("scheduler.written", files.scheduler()));
    return ExitCode.ALL_WELL;
  }
}
