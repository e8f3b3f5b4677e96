package lab.crawl.sync;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;

/** The command line of this variant. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Downloads a site with one thread, one page at a time: the yardstick.",
    sortOptions = false)
public final class SyncMain extends CrawlCommand {

  @Override
  protected Variant variant() {
    return new SyncVariant();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new SyncMain(), args);
  }
}
