package lab.crawl.procs;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;

/** The command line of this variant. */
@Command(
    name = "procs",
    mixinStandardHelpOptions = true,
    description = "Downloads a site with worker processes, each with one page at a time.",
    sortOptions = false)
public final class ProcsMain extends CrawlCommand {

  @Override
  protected Variant variant() {
    return new ProcsVariant();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new ProcsMain(), args);
  }
}
