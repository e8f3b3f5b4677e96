package lab.compare.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.TextTable;
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
public final class TroubleMatrixMain extends MatrixCommand {
  @Option(names = "--victims", paramLabel = "WHO", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Victim> victims = List.of(Victim.values());

  @Option(names = "--moments", paramLabel = "WHEN", split = ",", description = "Only at these: ${COMPLETION-CANDIDATES}.")
  private List<Moment> moments = List.of(Moment.values());

  @Option(names = "--disturbances", paramLabel = "WHAT", split = ",",
      description = "Only these of what else may happen: ${COMPLETION-CANDIDATES}.")
  private List<Disturbance> disturbances = List.of(Disturbance.values());

  @Option(names = "--only-disturbances", description = "Kills nothing.")
  private boolean onlyDisturbances;

  @Override
  TextTable fill(Path folder, Random random) {
    TextTable table = new TextTable("what happens", TextTable.words("when"), "times", "crawls", "asked again", TextTable.words("in the end"));
    try (TroubleMatrix matrix = new TroubleMatrix(folder, random)) {
      if (!onlyDisturbances) {
        victims.forEach(victim -> moments.forEach(moment -> strike(table, matrix, new TroubleMatrix.Blow(victim, moment))));
      }
      Disturber disturber = new Disturber(matrix, folder);
      disturbances.forEach(disturbance -> disturb(table, disturber, disturbance));
    }
    return table;
  }

  private void strike(TextTable table, TroubleMatrix matrix, TroubleMatrix.Blow blow) {
    System.err.println(blow.victim().words() + " " + blow.moment().words() + " …");
    TroubleMatrix.Cell cell = matrix.cell(blow, blow.moment() == Moment.AT_RANDOM ? Math.ceilDiv(kills, victims.size()) : named);
    add(table, cell, blow.victim().words(), blow.moment().words(), cell.kills());
  }

  private void disturb(TextTable table, Disturber disturber, Disturbance disturbance) {
    System.err.println(disturbance.words() + " " + disturbance.when() + " …");
    disturber.disturb(disturbance).ifPresent(cell -> add(table, cell, disturbance.words(), disturbance.when(), 1));
  }

  private void add(TextTable table, TroubleMatrix.Cell cell, String what, String when, int times) {
    table.add(what, when, "" + times, "" + cell.crawls(), "" + cell.again(), verdict(what + " " + when, cell.problems(), "sync"));
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new TroubleMatrixMain(), args);
  }
}
