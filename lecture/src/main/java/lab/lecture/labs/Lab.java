package lab.lecture.labs;

import lab.lecture.bench.LabRunner;

/** An experiment that decides some of the lecture's claims: a question for the reader, a measurement, and rules. */
public interface Lab {

  /** What is known of it before it runs. */
  LabInfo info();

  /**
   * Measures and decides.
   *
   * @param runner where crawls and probes are run; the caller closes it
   * @return what came of it, with a finding for each claim of its info
   */
  LabOutcome run(LabRunner runner);
}
