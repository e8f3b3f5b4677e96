package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import lab.compare.run.Variants;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.crawl.cli.UsageException;
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
public final class KillMatrixMain implements Callable<Integer> {
  @Option(names = "--kills", paramLabel = "N", description = "How often each design is ended at random moments. Default: ${DEFAULT-VALUE}.")
  private int kills = 100;

  @Option(names = "--named", paramLabel = "N", description = "How often at each of the named moments. Default: ${DEFAULT-VALUE}.")
  private int named = 5;

  @Option(names = "--ways", paramLabel = "WAYS", split = ",", description = "Only these ways to end a crawl: ${COMPLETION-CANDIDATES}.")
  private List<Kill> ways = List.of(Kill.values());

  @Option(names = "--variants", paramLabel = "NAMES", split = ",", description = "The designs. Default: ${DEFAULT-VALUE}.")
  private List<String> variants = List.of("sync", "threads", "virtual", "async", "async-offload", "procs");

  @Option(names = "--random", paramLabel = "SEED", description = "Makes the moments the same as in another run, as far as the machine allows.")
  private long seed = System.nanoTime();

  /** Ends with {@link ExitCode#FAILURES} if anything shows in the end. */
  @Override
  public Integer call() {
    if (kills < 1 || named < 1) {
      throw new UsageException("--kills and --named are 1 or more");
    }
    variants.forEach(Variants::named);
    Path folder = newFolder();
    System.out.println("random seed " + seed + "; what is not as it must be stays in " + folder);
    try (KillMatrix matrix = new KillMatrix(folder, new Random(seed))) {
      return print(matrix);
    }
  }

  private int print(KillMatrix matrix) {
    TextTable table = new TextTable("design", TextTable.words("ended by"), "times", "crawls", "asked again, lost in flight", TextTable.words("in the end"));
    List<String> problems = new ArrayList<>();
    for (String variant : variants) {
      for (Kill kill : kinds(variant)) {
        System.err.println(variant + ": " + kill.words() + " …");
        KillMatrix.Cell cell = matrix.cell(variant, kill, kill.isAtRandom() ? Math.ceilDiv(kills, random(variant)) : named);
        table.add(variant, kill.words(), "" + cell.kills(), "" + cell.crawls(), "" + cell.againInFlight(),
            cell.problems().isEmpty() ? "as in one go" : "NOT as in one go");
        cell.problems().forEach(problem -> problems.add(variant + ", " + kill.words() + ": " + problem));
      }
    }
    table.lines().forEach(System.out::println);
    problems.forEach(System.out::println);
    return problems.isEmpty() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  private List<Kill> kinds(String variant) {
    return ways.stream().filter(kill -> variant.equals("procs") || !kill.isOfWorkers()).toList();
  }

  /** In how many ways a design is ended at random: they share the kills. */
  private int random(String variant) {
    return (int) kinds(variant).stream().filter(Kill::isAtRandom).count();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("kill-matrix-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the crawls: " + e, e);
    }
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new KillMatrixMain(), args);
  }
}
