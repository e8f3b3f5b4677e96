package lab.homework.ex28;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.Lock;

/** Wrong: it asks whether the barrier is broken before it asks whether its own round was complete. */
final class BreaksThePastBarrier extends RightBarrier {

  BreaksThePastBarrier(int parties, Lock lock) {
    super(parties, lock);
  }

  @Override
  void awaitEndOf(int mine) throws InterruptedException, BrokenBarrierException {
    while (isOn(mine)) {
      awaitChange();
      mustBeWhole();
    }
  }
}
