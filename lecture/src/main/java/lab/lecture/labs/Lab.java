package lab.lecture.labs;

import java.util.List;
import lab.lecture.bench.Bench;

/** An experiment that decides some of the lecture's claims: a question for the reader, a measurement, and rules. */
public interface Lab {

  /** What is known of it before it runs. */
  Card card();

  /**
   * Measures and decides.
   *
   * @param bench where crawls and probes are run; the caller closes it
   * @return what came of it, with a finding for each claim of the card
   */
  LabOutcome run(Bench bench);

  /**
   * What is known of a lab before it runs.
   *
   * @param name what it is called on the command line, for instance {@code poetry}
   * @param line what it does, on one line
   * @param seconds about how long it takes with usual sizes, on two cores
   * @param claims the numbers of the claims that it decides, in ascending order
   * @param question what the reader should predict before looking, in one or more sentences; ends with a question mark
   * @param moreCores what would come out otherwise with more cores
   */
  record Card(String name, String line, int seconds, List<Integer> claims, String question, String moreCores) {}
}
