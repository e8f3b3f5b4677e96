package lab.homework.ex09;

import static lab.homework.ex09.InterpreterCheck.BLOCK;
import static lab.homework.ex09.InterpreterCheck.ONE;
import static lab.homework.ex09.InterpreterCheck.THROWS;
import static lab.homework.ex09.InterpreterCheck.TURNS;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 9 is checked by. */
public final class InterpreterProof implements Proof<Interpreter> {

  @Override
  public Exercise<Interpreter> exercise() {
    return new InterpreterCheck();
  }

  @Override
  public Supplier<Interpreter> right() {
    return RightInterpreter::new;
  }

  @Override
  public List<Wrong<Interpreter>> wrong() {
    return List.of(
        new Wrong<>("holds the lock while it waits", HoldsWhileWaitingInterpreter::new, BLOCK, "no other could compute"),
        new Wrong<>("never switches", NeverSwitchesInterpreter::new, TURNS, "still waited for its turn"),
        new Wrong<>("no lock", NoLockInterpreter::new, ONE, "computed at the same time"),
        new Wrong<>("not given back after an exception", KeepsLockInterpreter::new, THROWS, "who gives the turn up"));
  }
}
