package lab.lecture.tools;

import lab.lecture.faults.Fault;

/** A tool that can be asked about a fault. */
@FunctionalInterface
interface Asked {
  /**
   * Asks it.
   *
   * @throws Exception if the tool itself fails; its JVM ends with that
   */
  Find about(Fault fault) throws Exception;
}
