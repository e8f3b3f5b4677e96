package lab.homework.ex23;

import static lab.homework.ex23.ThreadPoolCheck.CLOSES;
import static lab.homework.ex23.ThreadPoolCheck.NOW;
import static lab.homework.ex23.ThreadPoolCheck.ROOMS;
import static lab.homework.ex23.ThreadPoolCheck.RUNS;
import static lab.homework.ex23.ThreadPoolCheck.SURVIVES;
import static lab.homework.ex23.ThreadPoolCheck.VISIBLE;
import static lab.homework.ex23.ThreadPoolCheck.WIDTH;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 23 is checked by. */
public final class ThreadPoolProof implements Proof<WorkerPool.Maker> {

  @Override
  public Exercise<WorkerPool.Maker> exercise() {
    return new ThreadPoolCheck();
  }

  @Override
  public Supplier<WorkerPool.Maker> right() {
    return () -> RightWorkerPool::new;
  }

  @Override
  public List<Wrong<WorkerPool.Maker>> wrong() {
    return List.of(
        new Wrong<>("the library's pool", () -> BorrowedPool::new, RUNS, "does the work"),
        new Wrong<>("a lock around each task", () -> OneThreadPool::new, WIDTH, "is a lock held"),
        new Wrong<>("dies of a task", () -> DiesOfTaskPool::new, SURVIVES, "what becomes of a thread"),
        new Wrong<>("swallows what a task throws", () -> SwallowsPool::new, SURVIVES, "nobody will ever know"),
        new Wrong<>("always has room", () -> AlwaysRoomPool::new, ROOMS, "bring more than can be done"),
        new Wrong<>("forgets what is waiting", () -> ForgetsWaitingPool::new, CLOSES, "what it has taken it must run"),
        new Wrong<>("interrupts nobody", () -> InterruptsNobodyPool::new, NOW, "who interrupts what runs"),
        new Wrong<>("a plain field says that it is closed", () -> PlainClosedPool::new, VISIBLE, "`closed`"));
  }
}
