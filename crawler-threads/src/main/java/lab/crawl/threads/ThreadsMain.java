package lab.crawl.threads;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of this variant. */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = "Downloads a site with a pool of threads, each with one page at a time.",
    sortOptions = false)
public final class ThreadsMain extends CrawlCommand {
  @Option(names = "--virtual", description = "A virtual thread for each page instead of a pool of platform threads.")
  private boolean virtual;

  @Override
  protected Variant variant() {
    return virtual ? new VirtualVariant() : new ThreadsVariant();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new ThreadsMain(), args);
  }
}
