package lab.crawl.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the JVM (Ctrl-C, SIGTERM, the death of Maven) into an interrupt of the crawling thread, and holds that
 * end up until what was crawled is written.
 */
public final class CtrlC implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interruptAndWait, "ctrl-c");
  private Optional<Thread> crawling;

  private CtrlC(Thread crawling) {
    this.crawling = Optional.of(crawling);
  }

  /** From now until it is closed, the end of the JVM interrupts that thread. */
  public static CtrlC interrupts(Thread crawling) {
    CtrlC ctrlC = new CtrlC(crawling);
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  /** What the end of the JVM does. */
  void interruptAndWait() {
    interrupt();
    try {
      if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the crawl did not stop within " + PATIENCE_SECONDS + " s of its interrupt");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void interrupt() {
    crawling.ifPresent(Thread::interrupt);
  }

  /** There is no more crawl to end: an interrupt would only keep from being written what is left. */
  synchronized void crawlIsOver() {
    crawling = Optional.empty();
  }

  /** All is written: the JVM may end. */
  @Override
  public void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already; the hook has just been let go.
    }
  }
}
