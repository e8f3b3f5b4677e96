package lab.crawl.async;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of this variant. */
@Command(
    name = "async",
    mixinStandardHelpOptions = true,
    description = "Downloads a site with one event loop, which waits for all pages at once.",
    sortOptions = false)
public final class AsyncMain extends CrawlCommand {
  @Option(names = "--offload", description = "Parse and checksum on a pool of one thread a core instead of the loop.")
  private boolean offload;

  @Override
  protected Variant variant() {
    return offload ? new AsyncOffloadVariant() : new AsyncVariant();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new AsyncMain(), args);
  }
}
