package lab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.MavenCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What was a command of the comparison once: tells those who know it from then where it is now. */
@Command(name = "lab", aliases = {"labs", "lecture"}, hidden = true)
final class MovedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Unmatched private List<String> ignored = new ArrayList<>();

  /** Runs nothing; the exit code is that of wrong usage. */
  @Override
  public Integer call() {
    List<String> words = spec.root().commandLine().getParseResult().originalArgs();
    // The whole lecture is what that module does unless it is asked for something else.
    List<String> now = words.stream().filter(word -> !word.equals("lecture")).toList();
    spec.commandLine().getErr().println("the labs are a module of their own now: " + MavenCommand.exec("lecture", now));
    return ExitCode.WRONG_USAGE;
  }
}
