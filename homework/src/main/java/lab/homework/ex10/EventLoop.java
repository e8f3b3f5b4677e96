package lab.homework.ex10;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One thread that takes one step after another, in the order in which they came. It is complete: read it, and leave it as it is.
 *
 * <p>Any thread may give it steps. While a step runs, no other does: so what only the loop touches needs no lock, and a step that
 * waits keeps everything waiting.
 */
public final class EventLoop implements AutoCloseable {
  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::takeSteps, "loop");

  /**
   * Begins to take steps.
   *
   * @param onBug is told what a step throws; that ends the loop
   */
  public EventLoop(Thread.UncaughtExceptionHandler onBug) {
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(onBug);
    thread.start();
  }

  private void takeSteps() {
    try {
      while (true) {
        steps.take().run();
      }
    } catch (InterruptedException e) {
      // Closed: the thread ends here.
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the loop a step, which it takes when those before it are through; doesn't wait for that. */
  public void run(Runnable step) {
    steps.add(step);
  }

  /** Whether the calling thread is the loop's. */
  public boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  /** Ends the loop after the step that it is at; doesn't wait for that. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
