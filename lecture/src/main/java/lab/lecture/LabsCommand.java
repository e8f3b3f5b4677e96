package lab.lecture;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import picocli.CommandLine.Command;

/** The command line that lists the labs. */
@Command(name = "labs", mixinStandardHelpOptions = true, description = "Lists the labs, each an experiment that decides some claims.")
final class LabsCommand implements Callable<Integer> {
  /** Lists them. */
  @Override
  public Integer call() {
    TextTable table = new TextTable("lab", "about, s", "claims", TextTable.words("what it does"));
    for (Lab lab : Stream.concat(Labs.all().stream(), Labs.apart().stream()).toList()) {
      String claims = lab.info().claims().stream().map(String::valueOf).collect(Collectors.joining(" "));
      table.add(lab.info().name(), String.valueOf(lab.info().seconds()), claims, lab.info().line());
    }
    table.lines().forEach(System.out::println);
    System.out.println();
    System.out.println("Run one with -Dargs=\"lab NAME\", all that decide claims without -Dargs; --quick takes small sizes.");
    return ExitCode.ALL_WELL;
  }
}
