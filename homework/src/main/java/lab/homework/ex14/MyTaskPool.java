package lab.homework.ex14;

import java.io.IOException;
import java.util.List;

/**
 * Exercise 14: a process pool that survives kill.
 *
 * <p>To think about first: a thread waits for each worker's answer. When the worker dies, which thread knows what it was working
 * on? Who gives that task to whom, and how does the last one know that all is done if tasks may come back? What if a task kills
 * whoever takes it? And who closes a worker, if the thread that used it is itself ended by an exception?
 */
public final class MyTaskPool implements TaskPool {

  @Override
  public Outcome run(List<String> tasks, Worker.Starter starter, int workers, int mostAttempts)
      throws IOException, InterruptedException {
    // TODO exercise 14: do all tasks by up to `workers` workers at a time; give a dead worker's task to a fresh one.
    throw new UnsupportedOperationException("exercise 14 is still to do");
  }
}
