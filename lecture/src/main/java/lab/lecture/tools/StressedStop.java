package lab.lecture.tools;

import lab.lecture.faults.Fault;
import lab.lecture.faults.Scenario;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** The same for a thread that goes on until it sees a signal: does it ever? */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "It saw the signal.")
@Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "It went on, and never saw the signal.")
@State
public class StressedStop {
  private final Scenario scenario = Fault.valueOf(System.getProperty(StressedScenario.FAULT)).scenario().orElseThrow();

  /** For jcstress. */
  public StressedStop() {}

  /** Goes on. */
  @Actor
  public void first() {
    scenario.first();
  }

  /** Says stop. */
  @Signal
  public void second() {
    scenario.second();
  }
}
