package lab.homework.ex14;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has tasks done by worker processes, any of which may die at any time. */
@FunctionalInterface
public interface TaskPool {

  /**
   * What came of the tasks.
   *
   * @param answers by task
   * @param failed the tasks that no worker lived to answer
   */
  record Outcome(Map<String, String> answers, Set<String> failed) {}

  /**
   * Does all tasks, up to {@code workers} at a time, each by a worker of its own; a worker does one task after another as long as it
   * lives. The task of a worker that dies is given to a fresh one, up to {@code mostAttempts} times in all. When this method returns or
   * throws, each worker that was started is closed.
   *
   * <p>For example: three tasks, one worker at a time, two attempts. The worker answers the first task and dies of the second; a fresh one
   * is started and dies of it, too; so the second task has failed, and a third worker answers the third.
   *
   * @param tasks all different
   * @param starter starts workers; no more than are needed
   * @param workers most workers at a time; 1 or more
   * @param mostAttempts after so many deaths a task has failed; 1 or more
   * @throws IOException if a worker can't be started
   * @throws InterruptedException if the calling thread is interrupted: at once, whatever the workers are at
   */
  Outcome run(List<String> tasks, Worker.Starter starter, int workers, int mostAttempts) throws IOException, InterruptedException;
}
