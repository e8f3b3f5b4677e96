package lab.lecture.probes;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that begin together and are all waited for. */
final class StartTogether {
  private StartTogether() {}

  /**
   * Runs a task on some threads, none of which begins before all are there.
   *
   * @param task is told the number of its thread, from 0 on
   * @return nanoseconds from the common beginning until the last has ended; the start of the threads isn't in it
   */
  static long nanos(int threads, IntConsumer task) throws Exception {
    AtomicLong begun = new AtomicLong();
    CyclicBarrier start = new CyclicBarrier(threads, () -> begun.set(System.nanoTime()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      List<? extends Future<?>> members = IntStream.range(0, threads)
          .mapToObj(number -> pool.submit(() -> {
            start.await();
            task.accept(number);
            return number;
          }))
          .toList();
      for (Future<?> member : members) {
        member.get();
      }
      return System.nanoTime() - begun.get();
    }
  }
}
