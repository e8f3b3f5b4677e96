package lab.homework.ex14;

import java.io.IOException;

/** One worker process. To be asked by one thread at a time. */
public interface Worker extends AutoCloseable {

  /** Starts workers. Safe for use by many threads. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts one more worker.
     *
     * @throws IOException if none can be started
     */
    Worker start() throws IOException;
  }

  /** The worker has died, and will never answer any more; what it was asked is not answered. */
  final class DiedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says of what. */
    public DiedException(String message) {
      super(message);
    }
  }

  /**
   * Has a task done, and waits for it.
   *
   * @param task one line of text
   * @return the answer
   * @throws DiedException if the worker dies before it answers, or was dead already
   */
  String ask(String task) throws DiedException;

  /**
   * Ends the process, if it is still there. To be called for each worker that was started, also for one that died. Any thread may call
   * it: one that waits in {@link #ask}, where no interrupt reaches it, gets a {@link DiedException} then.
   */
  @Override
  void close();
}
