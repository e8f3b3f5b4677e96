package lab.homework.ex27;

import static lab.homework.ex27.ForkJoinCheck.ALONE;
import static lab.homework.ex27.ForkJoinCheck.COUNTS;
import static lab.homework.ex27.ForkJoinCheck.OVERLAP;
import static lab.homework.ex27.ForkJoinCheck.POOL;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 27 is checked by. */
public final class ForkJoinProof implements Proof<LinkCounter> {

  @Override
  public Exercise<LinkCounter> exercise() {
    return new ForkJoinCheck();
  }

  @Override
  public Supplier<LinkCounter> right() {
    return RightLinkCounter::new;
  }

  @Override
  public List<Wrong<LinkCounter>> wrong() {
    return List.of(
        new Wrong<>("counts leaves", OnlyBelowLinkCounter::new, COUNTS, "these are 3 links"),
        new Wrong<>("threads of its own", OwnThreadsLinkCounter::new, POOL, "none of the pool's"),
        new Wrong<>("waits at a latch", WaitsInThePoolLinkCounter::new, ALONE, "a latch only waits"),
        new Wrong<>("one by one", OneByOneLinkCounter::new, OVERLAP, "before you have forked the next"));
  }
}
