package lab.homework.ex28;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.Lock;

/** Wrong: whoever is woken takes it that all have come. */
final class LooksOnceBarrier extends RightBarrier {

  LooksOnceBarrier(int parties, Lock lock) {
    super(parties, lock);
  }

  @Override
  void awaitEndOf(int mine) throws InterruptedException, BrokenBarrierException {
    if (isOn(mine)) {
      awaitChange();
      if (isOn(mine)) {
        mustBeWhole();
      }
    }
  }
}
