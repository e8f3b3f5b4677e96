package lab.homework.ex08;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lab.homework.grade.AtRest;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/**
 * Some batches, each answered when as many pages are in flight as may be; the first not before the caller has handed out whatever it
 * takes for allowed. What it takes for allowed by mistake is then in flight in one of the others: too many red ones if it counts
 * late, or too many green ones if it counts them not at all before they begin.
 */
final class PoliteCheckBatches implements PoliteCheckHosts.Hold {
  private static final int BATCHES = 3;
  private static final int SHORT_SECONDS = 1;

  private final Thread caller;
  private final List<CountDownLatch> batches = Stream.generate(() -> new CountDownLatch(PoliteCheck.WIDTH)).limit(BATCHES).toList();
  private final AtomicInteger arrivals = new AtomicInteger();
  private volatile RuleBroken restless;

  PoliteCheckBatches(Thread caller) {
    this.caller = caller;
  }

  @Override
  public void before(String host) throws InterruptedException {
    int batch = arrivals.getAndIncrement() / PoliteCheck.WIDTH;
    if (batch < batches.size()) {
      batches.get(batch).countDown();
      // Given up sooner than elsewhere: another rule tells of a solution that can't fill them.
      awaitOrGiveUp(batches.get(batch), SHORT_SECONDS);
    }
    if (batch == 0 && Thread.currentThread() != caller) {
      awaitCaller();
    }
  }

  private void awaitCaller() {
    try {
      Patience.until(() -> AtRest.isSo(caller),
          "nothing more may be in flight for now, but the thread that called fetchAll doesn't wait: it asks again and again");
    } catch (RuleBroken e) {
      // Kept, because nobody knows what the solution would make of it.
      restless = e;
    }
  }

  void sayIfRestless() {
    if (restless != null) {
      throw restless;
    }
  }

  /** Gives how many are missing if they don't come; then nobody waits for them any more. */
  static long awaitOrGiveUp(CountDownLatch latch) throws InterruptedException {
    return awaitOrGiveUp(latch, Patience.SECONDS);
  }

  private static long awaitOrGiveUp(CountDownLatch latch, long seconds) throws InterruptedException {
    if (latch.await(seconds, TimeUnit.SECONDS)) {
      return 0;
    }
    long missing = latch.getCount();
    for (long i = 0; i < missing; i++) {
      latch.countDown();
    }
    return missing;
  }
}
