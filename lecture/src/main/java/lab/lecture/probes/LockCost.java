package lab.lecture.probes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The same increment, guarded in five ways: what does each cost? JMH, the JDK developers' own harness, calls each method over
 * and over from as many threads as {@link LockCosts} asks for. All threads share this one object: with one thread the lock is
 * always free, with more they stand in each other's way.
 *
 * <p>A score is the time that one call takes as its thread sees it, waiting included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LockCost {
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong atomic = new AtomicLong();
  private final LongAdder adder = new LongAdder();
  private long plain;

  /** JMH makes the object. */
  public LockCost() {}

  // Each gives its result back: JMH uses it up, so that the compiler can't leave the work out.

  /** No lock: right for one thread only. */
  @Benchmark
  public long none() {
    return ++plain;
  }

  /** The lock that is built into each object. */
  @Benchmark
  public long monitor() {
    synchronized (monitor) {
      return ++plain;
    }
  }

  /** The lock of {@code java.util.concurrent}. */
  @Benchmark
  public long reentrantLock() {
    lock.lock();
    try {
      return ++plain;
    } finally {
      lock.unlock();
    }
  }

  /** No lock: one instruction of the processor that no other core can come between. */
  @Benchmark
  public long atomicLong() {
    return atomic.incrementAndGet();
  }

  /** Several counters, added up only when somebody asks: threads that would meet at one go to another. */
  @Benchmark
  public void longAdder() {
    adder.increment();
  }
}
