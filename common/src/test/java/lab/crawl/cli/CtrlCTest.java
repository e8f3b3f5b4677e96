package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CtrlCTest {

  @Test
  void theEndOfTheJvmInterruptsACrawl() throws InterruptedException {
    Thread end;
    try (CtrlC ctrlC = CtrlC.interrupts(Thread.currentThread())) {
      end = waiting(ctrlC);

      assertThat(Thread.interrupted()).isTrue();
    }
    end.join();
  }

  @Test
  void theEndOfTheJvmWaitsForWhatIsLeftAndDoesNotDisturbIt() throws InterruptedException {
    Thread end;
    try (CtrlC ctrlC = CtrlC.interrupts(Thread.currentThread())) {
      ctrlC.crawlIsOver();
      end = waiting(ctrlC);

      assertThat(Thread.interrupted()).isFalse();
    }
    end.join();
  }

  /** A thread that does what the JVM does at its end, and has come as far as to wait. */
  private static Thread waiting(CtrlC ctrlC) {
    Thread end = new Thread(ctrlC::interruptAndWait);
    end.start();
    while (end.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return end;
  }
}
