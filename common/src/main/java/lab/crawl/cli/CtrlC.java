package lab.crawl.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the JVM (Ctrl-C, SIGTERM, the death of Maven) into an interrupt of the crawling thread, and holds that
 * end up until what was crawled is written.
 */
public final class CtrlC implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  private CtrlC(Thread crawling) {
    this.hook = new Thread(() -> interruptAndWait(crawling), "ctrl-c");
  }

  /** From now until it is closed, the end of the JVM interrupts that thread. */
  public static CtrlC interrupts(Thread crawling) {
    CtrlC ctrlC = new CtrlC(crawling);
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  private void interruptAndWait(Thread crawling) {
    crawling.interrupt();
    try {
      if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the crawl did not stop within " + PATIENCE_SECONDS + " s of its interrupt");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
