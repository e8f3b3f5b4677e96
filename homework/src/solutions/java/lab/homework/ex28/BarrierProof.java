package lab.homework.ex28;

import static lab.homework.ex28.BarrierCheck.BREAKS;
import static lab.homework.ex28.BarrierCheck.COMPLETE;
import static lab.homework.ex28.BarrierCheck.MEETS;
import static lab.homework.ex28.BarrierCheck.ROUNDS;
import static lab.homework.ex28.BarrierCheck.WOKEN;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 28 is checked by. */
public final class BarrierProof implements Proof<Barrier.Maker> {

  @Override
  public Exercise<Barrier.Maker> exercise() {
    return new BarrierCheck();
  }

  @Override
  public Supplier<Barrier.Maker> right() {
    return () -> RightBarrier::new;
  }

  @Override
  public List<Wrong<Barrier.Maker>> wrong() {
    return List.of(
        new Wrong<>("the library's barrier", () -> BorrowedBarrier::new, MEETS, "does the work"),
        new Wrong<>("tells one", () -> TellsOneBarrier::new, MEETS, "must tell all"),
        new Wrong<>("counts only", () -> CountsOnlyBarrier::new, ROUNDS, "What tells rounds apart"),
        new Wrong<>("looks once", () -> LooksOnceBarrier::new, WOKEN, "with while and not with if"),
        new Wrong<>("leaves quietly", () -> LeavesQuietlyBarrier::new, BREAKS, "who tells it"),
        new Wrong<>("breaks the past", () -> BreaksThePastBarrier::new, COMPLETE, "First look whether its round is complete"));
  }
}
