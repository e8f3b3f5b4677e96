package lab.homework.ex26;

/**
 * Time that passes only when it is told to: so whatever pauses, times out or is tried again later can be tested without waiting. Safe for
 * use by many threads: tasks may be planned by any of them.
 */
public interface VirtualTime {

  /** A task that is planned. */
  interface Planned {
    /**
     * Takes it out of the plan.
     *
     * @return false if it has begun, or was cancelled before
     */
    boolean cancel();
  }

  /** What time it is, in milliseconds; 0 at the beginning. In a task it is the time for which that was planned. */
  long now();

  /**
   * Plans a task.
   *
   * @param delayMillis in how long; 0 or more
   */
  Planned schedule(Runnable task, long delayMillis);

  /**
   * Lets time pass. Runs on the calling thread, one after the other, whatever is due by then, in the order of time; of what is due at the
   * same time, what was planned first comes first. A task may plan others: if these are due by then they are run as well. When this returns
   * it is so much later, whatever was run.
   *
   * <p>For example: "a" is planned in 300, and "b" in 100, which plans "c" in 150 more. {@code advance(250)} runs b at 100 and c at 250;
   * {@code advance(50)} runs a at 300.
   *
   * @param millis how much; 0 or more
   * @throws RuntimeException what a task throws, at once: it is then the time of that task, which is through, and all others are still planned
   */
  void advance(long millis);
}
