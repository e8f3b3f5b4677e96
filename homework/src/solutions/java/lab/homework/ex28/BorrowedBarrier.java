package lab.homework.ex28;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;

/** Wrong here: the barrier of the library, in other clothes. */
final class BorrowedBarrier implements Barrier {
  private final CyclicBarrier barrier;

  BorrowedBarrier(int parties, @SuppressWarnings("unused") Lock lock) {
    barrier = new CyclicBarrier(parties);
  }

  @Override
  public int await() throws InterruptedException, BrokenBarrierException {
    return barrier.await();
  }
}
