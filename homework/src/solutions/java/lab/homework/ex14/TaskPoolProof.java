package lab.homework.ex14;

import static lab.homework.ex14.TaskPoolCheck.INTERRUPT;
import static lab.homework.ex14.TaskPoolCheck.NONE_LEFT;
import static lab.homework.ex14.TaskPoolCheck.OVERLAP;
import static lab.homework.ex14.TaskPoolCheck.POISON;
import static lab.homework.ex14.TaskPoolCheck.SURVIVES;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 14 is checked by. */
public final class TaskPoolProof implements Proof<TaskPool> {

  @Override
  public Exercise<TaskPool> exercise() {
    return new TaskPoolCheck();
  }

  @Override
  public Supplier<TaskPool> right() {
    return RightTaskPool::new;
  }

  @Override
  public List<Wrong<TaskPool>> wrong() {
    return List.of(
        new Wrong<>("one worker for all", OneAtATimePool::new, OVERLAP, "had something to do at a time"),
        new Wrong<>("takes a death for a failure", GivesUpPool::new, SURVIVES, "what becomes of the task of a worker that dies"),
        new Wrong<>("never gives up", NeverGivesUpPool::new, POISON, "Count the deaths of each task"),
        new Wrong<>("leaves those that live", LeavesWorkersPool::new, NONE_LEFT, "in a finally block"),
        new Wrong<>("waits for the last answers", WaitsForTheLastPool::new, INTERRUPT, "still waits"));
  }
}
