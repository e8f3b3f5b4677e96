package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.crawl.cli.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what becomes of a crawl in a database when what it is made of is killed. */
@Command(
    name = "trouble-matrix",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Kills members, sessions, the database and everything, at every moment of a member's transactions and at random ones,",
      "while a site is crawled by members that share an embedded PostgreSQL. In the end manifest and files must be sync's, and",
      "the site must not have been asked for any URL more often than once more for each kill. Needs a POSIX system, and some",
      "seconds for each kill. Then it freezes a member, stops the database, fills its disk and gives the command twice at once."
    })
public final class TroubleMatrixMain implements Callable<Integer> {
  @Option(names = "--kills", paramLabel = "N", description = "How often something is killed at random moments. Default: ${DEFAULT-VALUE}.")
  private int kills = 105;

  @Option(names = "--named", paramLabel = "N", description = "How often at each of the named moments, each victim. Default: ${DEFAULT-VALUE}.")
  private int named = 3;

  @Option(names = "--victims", paramLabel = "WHO", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Victim> victims = List.of(Victim.values());

  @Option(names = "--moments", paramLabel = "WHEN", split = ",", description = "Only at these: ${COMPLETION-CANDIDATES}.")
  private List<Moment> moments = List.of(Moment.values());

  @Option(names = "--disturbances", paramLabel = "WHAT", split = ",",
      description = "Only these of what else may happen: ${COMPLETION-CANDIDATES}.")
  private List<Disturbance> disturbances = List.of(Disturbance.values());

  @Option(names = "--only-disturbances", description = "Kills nothing.")
  private boolean onlyDisturbances;

  @Option(names = "--random", paramLabel = "SEED", description = "Makes the moments the same as in another run, as far as the machine allows.")
  private long seed = System.nanoTime();

  /** Ends with {@link ExitCode#FAILURES} if anything shows in the end. */
  @Override
  public Integer call() {
    if (kills < 1 || named < 1) {
      throw new UsageException("--kills and --named are 1 or more");
    }
    Path folder = newFolder();
    System.out.println("random seed " + seed + "; what the crawls write and say is in " + folder);
    try (TroubleMatrix matrix = new TroubleMatrix(folder, new Random(seed))) {
      return print(matrix, new Disturber(matrix, folder));
    }
  }

  private int print(TroubleMatrix matrix, Disturber disturber) {
    TextTable table = new TextTable("what happens", TextTable.words("when"), "times", "crawls", "asked again", TextTable.words("in the end"));
    List<String> problems = new ArrayList<>();
    for (Victim victim : onlyDisturbances ? List.<Victim>of() : victims) {
      for (Moment moment : moments) {
        System.err.println(victim.words() + " " + moment.words() + " …");
        TroubleMatrix.Cell cell = matrix.cell(
            new TroubleMatrix.Blow(victim, moment), moment == Moment.AT_RANDOM ? Math.ceilDiv(kills, victims.size()) : named);
        add(cell, victim.words(), moment.words(), cell.kills(), table, problems);
      }
    }
    for (Disturbance disturbance : disturbances) {
      System.err.println(disturbance.words() + " " + disturbance.when() + " …");
      disturber.disturb(disturbance).ifPresent(cell -> add(cell, disturbance.words(), disturbance.when(), 1, table, problems));
    }
    table.lines().forEach(System.out::println);
    problems.forEach(System.out::println);
    return problems.isEmpty() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  private static void add(TroubleMatrix.Cell cell, String what, String when, int times, TextTable table, List<String> problems) {
    table.add(what, when, "" + times, "" + cell.crawls(), "" + cell.again(), cell.problems().isEmpty() ? "as sync" : "NOT as sync");
    cell.problems().forEach(problem -> problems.add(what + " " + when + ": " + problem));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("trouble-matrix-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the crawls: " + e, e);
    }
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new TroubleMatrixMain(), args);
  }
}
