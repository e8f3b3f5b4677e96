package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing here depends on how fast the machine is: intervals are so short that they are always over, or so long that never. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterpreterLockTest {
  private static final Duration SHORT = Duration.ofNanos(1_000);
  private static final Duration ENDLESS = Duration.ofDays(10_000);

  /** The lock must serve both. */
  enum Threads {
    PLATFORM,
    VIRTUAL;

    Thread.Builder builder() {
      return this == PLATFORM ? Thread.ofPlatform() : Thread.ofVirtual();
    }

    ExecutorService executor() {
      return Executors.newThreadPerTaskExecutor(builder().factory());
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyOneThreadIsInsideAtATime(Threads threads) throws Exception {
    InterpreterLock lock = new InterpreterLock(SHORT);
    AtomicInteger inside = new AtomicInteger();
    long[] turns = new long[1];
    Callable<Integer> stages = () -> {
      int most = 0;
      for (int stage = 0; stage < 100; stage++) {
        lock.acquire();
        for (int link = 0; link < 10; link++) {
          most = Math.max(most, inside.incrementAndGet());
          turns[0]++;
          Thread.yield();
          inside.decrementAndGet();
          lock.checkpoint();
        }
        lock.release();
      }
      return most;
    };

    try (ExecutorService executor = threads.executor()) {
      for (Future<Integer> most : executor.invokeAll(Collections.nCopies(8, stages))) {
        assertThat(most.get()).isEqualTo(1);
      }
    }
    assertThat(turns[0]).as("what one thread writes the next one reads").isEqualTo(8 * 100 * 10);
  }

  @ParameterizedTest
  @EnumSource
  void aWaiterGetsItsTurnWhileTheHolderIsStillAtItsStage(Threads threads) throws Exception {
    InterpreterLock lock = new InterpreterLock(SHORT);
    lock.acquire();
    try (ExecutorService executor = threads.executor()) {
      Future<?> waiter = executor.submit(() -> stage(lock, () -> {}));
      until(() -> {
        lock.checkpoint();
        return waiter.isDone();
      });
      waiter.get();
    }
    lock.release();

    assertThat(lock.switches()).as("to this thread, to the waiter, back to this thread").isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyLeavesItsStageBeforeAllAreInTheirs(Threads threads) throws Exception {
    InterpreterLock lock = new InterpreterLock(SHORT);
    int[] arrived = new int[1];
    Callable<Void> stage = () -> {
      stage(lock, () -> {
        arrived[0]++;
        until(() -> {
          lock.checkpoint();
          return arrived[0] == 5;
        });
      });
      return null;
    };

    try (ExecutorService executor = threads.executor()) {
      for (Future<Void> done : executor.invokeAll(Collections.nCopies(5, stage))) {
        done.get();
      }
    }
    assertThat(lock.switches()).isGreaterThanOrEqualTo(2 * 5 - 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoGaveItUpDoesNotTakeItAgainBeforeAnotherHadIt(boolean byCheckpoint) throws Exception {
    InterpreterLock lock = new InterpreterLock(SHORT);
    for (int i = 0; i < 100; i++) {
      List<String> order = new ArrayList<>();
      lock.acquire();
      try (ExecutorService executor = Threads.PLATFORM.executor()) {
        Future<?> waiter = executor.submit(() -> stage(lock, () -> order.add("waiter")));
        until(lock::isDropRequested);
        if (byCheckpoint) {
          lock.checkpoint();
        } else {
          lock.release();
          lock.acquire();
        }
        order.add("holder");
        lock.release();
        waiter.get();
      }
      assertThat(order).containsExactly("waiter", "holder");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAskedBeforeTheIntervalIsOver(Threads threads) throws Exception {
    InterpreterLock lock = new InterpreterLock(ENDLESS);
    lock.acquire();
    try (ExecutorService executor = threads.executor()) {
      Future<?> waiter = executor.submit(() -> stage(lock, () -> {}));
      until(() -> lock.waiting() == 1);
      for (int link = 0; link < 1_000; link++) {
        lock.checkpoint();
      }
      assertThat(lock.isDropRequested()).isFalse();
      assertThat(lock.switches()).isEqualTo(1);
      lock.release();
      waiter.get();
    }
    assertThat(lock.switches()).isEqualTo(2);
  }

  @Test
  void aloneItNeverSwitches() {
    InterpreterLock lock = new InterpreterLock(SHORT);
    for (int stage = 0; stage < 3; stage++) {
      lock.acquire();
      for (int link = 0; link < 1_000; link++) {
        lock.checkpoint();
      }
      lock.release();
    }
    assertThat(lock.switches()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptNeitherEndsTheWaitNorIsLost(Threads threads) throws InterruptedException {
    InterpreterLock lock = new InterpreterLock(ENDLESS);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    lock.acquire();
    Thread waiter = threads.builder().start(() -> stage(lock, () ->
        order.add("interrupted " + Thread.currentThread().isInterrupted())));
    until(() -> lock.waiting() == 1);
    waiter.interrupt();
    // It is back in the wait when it has cleared its status.
    until(() -> !waiter.isInterrupted() && lock.waiting() == 1);
    assertThat(lock.isDropRequested()).as("nobody is asked sooner for that").isFalse();
    order.add("released");
    lock.release();
    waiter.join();

    assertThat(order).containsExactly("released", "interrupted true");
  }

  @Test
  void whoIsInterruptedAlreadyWaitsLikeAnyOther() throws InterruptedException {
    InterpreterLock lock = new InterpreterLock(SHORT);
    List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
    lock.acquire();
    Thread waiter = Thread.ofPlatform().start(() -> {
      Thread.currentThread().interrupt();
      stage(lock, () -> interrupted.add(Thread.currentThread().isInterrupted()));
    });
    until(lock::isDropRequested);
    lock.release();
    waiter.join();

    assertThat(interrupted).containsExactly(true);
  }

  @Test
  void isNotReentrant() {
    InterpreterLock lock = new InterpreterLock(SHORT);
    lock.acquire();
    assertThatIllegalStateException().isThrownBy(lock::acquire).withMessageContaining("already");
    lock.release();
  }

  @Test
  void onlyTheHolderReleases() throws InterruptedException {
    InterpreterLock lock = new InterpreterLock(SHORT);
    assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(lock::release);
    lock.acquire();
    try (ExecutorService executor = Threads.PLATFORM.executor()) {
      Future<?> other = executor.submit(lock::release);
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(other::get)
          .withCauseInstanceOf(IllegalMonitorStateException.class);
    }
    lock.release();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 999})
  void theIntervalIsAMicrosecondAtLeast(long nanos) {
    assertThatIllegalArgumentException().isThrownBy(() -> new InterpreterLock(Duration.ofNanos(nanos)))
        .withMessageContaining("1 µs or more");
  }

  private static void stage(InterpreterLock lock, Runnable work) {
    lock.acquire();
    try {
      work.run();
    } finally {
      lock.release();
    }
  }

  /** Yields, for a virtual thread that computes keeps the others from what may be the only core. */
  private static void until(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      Thread.yield();
    }
  }
}
