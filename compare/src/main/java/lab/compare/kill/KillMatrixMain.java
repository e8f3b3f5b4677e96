package lab.compare.kill;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lab.compare.run.Variants;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what becomes of crawls that are killed. */
@Command(
    name = "kill-matrix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ends crawls that keep their state (--state), in every way and at every moment, and has the same command go on.",
      "In the end manifest and files must be those of a crawl in one go, to the last byte, and the site must not have been",
      "asked for anything again that was done. Needs a POSIX system, and some minutes for each design."
    })
public final class KillMatrixMain extends MatrixCommand {
  @Option(names = "--ways", paramLabel = "WAYS", split = ",", description = "Only these ways to end a crawl: ${COMPLETION-CANDIDATES}.")
  private List<Kill> ways = List.of(Kill.values());

  @Option(names = "--variants", paramLabel = "NAMES", split = ",", description = "The designs. Default: ${DEFAULT-VALUE}.")
  private List<String> variants = List.of("sync", "threads", "virtual", "async", "async-offload", "procs");

  @Override
  TextTable fill(Path folder, Random random) {
    variants.forEach(Variants::named);
    TextTable table = new TextTable(
        "design", TextTable.words("ended by"), "times", "crawls", "asked again, lost in flight", TextTable.words("in the end"));
    try (KillMatrix matrix = new KillMatrix(folder, random)) {
      variants.forEach(variant -> kinds(variant).forEach(kill -> addRow(table, matrix, variant, kill)));
    }
    return table;
  }

  private void addRow(TextTable table, KillMatrix matrix, String variant, Kill kill) {
    System.err.println(variant + ": " + kill.words() + " …");
    int times = kill.isAtRandom() ? Math.ceilDiv(kills, random(variant)) : named;
    KillMatrix.Cell cell = matrix.cell(variant, Collections.nCopies(times, kill));
    table.add(variant, kill.words(), "" + cell.kills(), "" + cell.crawls(), "" + cell.againInFlight(),
        verdict(variant + ", " + kill.words(), cell.problems(), "in one go"));
  }

  private List<Kill> kinds(String variant) {
    return ways.stream().filter(kill -> variant.equals("procs") || !kill.isOfWorkers()).toList();
  }

  /** In how many ways a design is ended at random: they share the kills. */
  private int random(String variant) {
    return (int) kinds(variant).stream().filter(Kill::isAtRandom).count();
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new KillMatrixMain(), args);
  }
}
