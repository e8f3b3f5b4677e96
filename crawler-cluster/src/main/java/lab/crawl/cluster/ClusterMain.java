package lab.crawl.cluster;

import lab.crawl.Variant;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line of this variant. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description = "Downloads a site with members on any machine, and a database between them.",
    subcommands = {MemberCommand.class, StatusCommand.class, BenchStoreCommand.class},
    sortOptions = false)
public final class ClusterMain extends CrawlCommand {
  @Mixin private ClusterOptions cluster;

  @Override
  protected Variant variant() {
    return new ClusterVariant(cluster);
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new ClusterMain(), args);
  }
}
