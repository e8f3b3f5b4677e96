package lab.homework.ex26;

import static lab.homework.ex26.VirtualTimeCheck.NESTED;
import static lab.homework.ex26.VirtualTimeCheck.ORDER;
import static lab.homework.ex26.VirtualTimeCheck.THREADS;
import static lab.homework.ex26.VirtualTimeCheck.TIES;
import static lab.homework.ex26.VirtualTimeCheck.VISIBLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 26 is checked by. */
public final class VirtualTimeProof implements Proof<VirtualTime> {

  @Override
  public Exercise<VirtualTime> exercise() {
    return new VirtualTimeCheck();
  }

  @Override
  public Supplier<VirtualTime> right() {
    return RightVirtualTime::new;
  }

  @Override
  public List<Wrong<VirtualTime>> wrong() {
    return List.of(
        new Wrong<>("jumps to the end", JumpsVirtualTime::new, ORDER, "in a task it is the time"),
        new Wrong<>("any order among equals", AnyOrderVirtualTime::new, TIES, "keeps no order among equals"),
        new Wrong<>("looks once", LooksOnceVirtualTime::new, NESTED, "each attempt plans the next one"),
        new Wrong<>("locked while a task runs", LockedVirtualTime::new, THREADS, "hold no lock"),
        new Wrong<>("a plain clock", PlainClockVirtualTime::new, VISIBLE, "`shown`"));
  }
}
