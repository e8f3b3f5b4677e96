package lab.homework.ex24;

import static lab.homework.ex24.DeadlineCheck.ALL;
import static lab.homework.ex24.DeadlineCheck.CUT;
import static lab.homework.ex24.DeadlineCheck.EARLY;
import static lab.homework.ex24.DeadlineCheck.OUTLIVE;
import static lab.homework.ex24.DeadlineCheck.TOGETHER;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 24 is checked by. */
public final class DeadlineProof implements Proof<TreeLoader> {

  @Override
  public Exercise<TreeLoader> exercise() {
    return new DeadlineCheck();
  }

  @Override
  public Supplier<TreeLoader> right() {
    return RightTreeLoader::new;
  }

  @Override
  public List<Wrong<TreeLoader>> wrong() {
    return List.of(
        new Wrong<>("one failure ends all", OneFailureEndsAllLoader::new, ALL, "when one fails"),
        new Wrong<>("level by level", LevelByLevelLoader::new, TOGETHER, "does a page wait"),
        new Wrong<>("only begins nothing more", OnlyStopsBeginningLoader::new, CUT, "interrupts them"),
        new Wrong<>("leaves its threads", LeavesThreadsLoader::new, OUTLIVE, "Who waits for that"),
        new Wrong<>("leaves the timer", LeavesTimerLoader::new, EARLY, "still waits for the deadline"));
  }
}
