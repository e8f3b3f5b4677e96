package lab.lecture.tools;

import lab.lecture.faults.Fault;
import lab.lecture.faults.Scenario;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** The same as jcstress has it: three actors, over and over, each time with a new object. */
@JCStressTest
@Outcome(id = Scenario.RIGHT, expect = Expect.ACCEPTABLE, desc = "All is well.")
@Outcome(expect = Expect.FORBIDDEN, desc = "What must never be.")
@State
public class StressedTrio {
  private static final Fault THE_FAULT = Fault.valueOf(System.getProperty(StressedScenario.FAULT, Fault.NONE.name()));

  private final Scenario scenario = THE_FAULT.scenario().orElseThrow();

  /** For jcstress. */
  public StressedTrio() {}

  /** The first thread. */
  @Actor
  public void first() {
    scenario.first();
  }

  /** The second thread. */
  @Actor
  public void second() {
    scenario.second();
  }

  /** The third thread. */
  @Actor
  public void third() {
    scenario.third();
  }

  /** When all are done. */
  @Arbiter
  public void end(L_Result result) {
    result.r1 = scenario.outcome();
  }
}
