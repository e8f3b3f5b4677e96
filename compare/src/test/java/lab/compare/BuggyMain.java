package lab.compare;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;

/** The command line of a variant that has a bug. */
@Command(name = "buggy")
public final class BuggyMain extends CrawlCommand {
  @Override
  protected Variant variant() {
    return new DyingVariant();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new BuggyMain(), args);
  }
}
