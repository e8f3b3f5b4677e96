package lab.homework.ex18;

import static lab.homework.ex18.RingCheck.FREED;
import static lab.homework.ex18.RingCheck.FULL;
import static lab.homework.ex18.RingCheck.SAME;
import static lab.homework.ex18.RingCheck.WHOLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 18 is checked by. */
public final class RingProof implements Proof<Ring> {

  @Override
  public Exercise<Ring> exercise() {
    return new RingCheck();
  }

  @Override
  public Supplier<Ring> right() {
    return RightRing::new;
  }

  @Override
  public List<Wrong<Ring>> wrong() {
    return List.of(
        new Wrong<>("runs over the end", RunsOverTheEndRing::new, SAME, "belongs to the begin of the room"),
        new Wrong<>("overwrites what is unread", OverwritesRing::new, FULL, "where an unread one was"),
        new Wrong<>("announces, then writes", AnnouncesFirstRing::new, WHOLE, "announced before its bytes were there"),
        new Wrong<>("no release", NoReleaseRing::new, WHOLE, "Which put promises an order"),
        new Wrong<>("no acquire", NoAcquireRing::new, WHOLE, "Which get promises an order"),
        new Wrong<>("frees, then reads", FreesFirstRing::new, FREED, "What must come last"));
  }
}
