package lab.lecture.faults;

import java.util.concurrent.ExecutorService;

/**
 * <strong>Wrong on purpose:</strong> what a task throws is kept in a future that nobody asks.
 *
 * @param pool its threads
 */
record LosesBugs(ExecutorService pool) implements Parts.Starter {
  @Override
  public void start(Runnable task) {
    pool.submit(task);
  }
}
