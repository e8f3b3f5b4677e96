package lab.compare.lecture;

import java.util.List;

/** An experiment that decides some of the lecture's claims: a question for the reader, a measurement, and rules. */
public interface Lab {

  /** What it is called on the command line, for instance {@code poetry}. */
  String name();

  /** What it does, on one line. */
  String line();

  /** About how long it takes with usual sizes, in seconds, on two cores. */
  int seconds();

  /** The numbers of the claims that it decides, in ascending order. */
  List<Integer> claims();

  /** What the reader should predict before looking, in one or more sentences; ends with a question mark. */
  String question();

  /** What would come out otherwise with more cores. */
  String moreCores();

  /**
   * Measures and decides.
   *
   * @param bench where crawls and probes are run; the caller closes it
   * @return what came of it, with a finding for each of {@link #claims()}
   */
  LabOutcome run(Bench bench);
}
