package lab.homework.ex19;

import static lab.homework.ex19.DeadlockCheck.APART;
import static lab.homework.ex19.DeadlockCheck.BACK;
import static lab.homework.ex19.DeadlockCheck.BOTH;
import static lab.homework.ex19.DeadlockCheck.CYCLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 19 is checked by. */
public final class DeadlockProof implements Proof<BudgetMover> {

  @Override
  public Exercise<BudgetMover> exercise() {
    return new DeadlockCheck();
  }

  @Override
  public Supplier<BudgetMover> right() {
    return RightBudgetMover::new;
  }

  @Override
  public List<Wrong<BudgetMover>> wrong() {
    return List.of(
        new Wrong<>("locks as they come", AsTheyComeMover::new, CYCLE, "\"a to b\" holds"),
        new Wrong<>("adds up in any order", TotalAsTheyComeMover::new, CYCLE, "\"total\" holds"),
        new Wrong<>("one lock after the other", OneAfterTheOtherMover::new, BOTH, "in neither budget"),
        new Wrong<>("one lock for all", OneBigLockMover::new, APART, "have the two in common"),
        new Wrong<>("no finally", KeepsLocksMover::new, BACK, "in a finally block"));
  }
}
