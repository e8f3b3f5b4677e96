package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import lab.lecture.verdicts.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line that lists the labs. */
@Command(name = "labs", mixinStandardHelpOptions = true, description = "Lists the labs, each an experiment that decides some claims.")
final class LabsCommand implements Callable<Integer> {
  @Mixin private SpokenLanguage lang = new SpokenLanguage();

  /** Lists them. */
  @Override
  public Integer call() {
    return Words.in(lang.language(), LabsCommand::list);
  }

  private static int list() {
    TextTable table = new TextTable(
        say("terminal.lab"), say("terminal.seconds"), say("terminal.claims"), TextTable.words(say("terminal.line")));
    for (Lab lab : Stream.concat(Labs.all().stream(), Labs.apart().stream()).toList()) {
      String claims = lab.info().claims().stream().map(String::valueOf).collect(Collectors.joining(" "));
      table.add(lab.info().name(), String.valueOf(lab.info().seconds()), claims, lab.info().line());
    }
    table.lines().forEach(System.out::println);
    System.out.println();
    System.out.println(say("terminal.run-one"));
    return ExitCode.ALL_WELL;
  }
}
