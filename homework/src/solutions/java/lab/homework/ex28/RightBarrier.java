package lab.homework.ex28;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Whoever waits compares its own round with the one that is on. All state is guarded by the lock. */
class RightBarrier implements Barrier {
  private final int parties;
  private final Lock lock;
  private final Condition changed;
  private int round;
  private int here;
  private boolean broken;

  RightBarrier(int parties, Lock lock) {
    this.parties = parties;
    this.lock = lock;
    this.changed = lock.newCondition();
  }

  @Override
  public final int await() throws InterruptedException, BrokenBarrierException {
    lock.lock();
    try {
      mustBeWhole();
      int mine = round;
      here++;
      if (here == parties) {
        beginNext();
      }
      awaitEndOf(mine);
      return mine;
    } finally {
      lock.unlock();
    }
  }

  private void beginNext() {
    round++;
    here = 0;
    tell(changed);
  }

  void awaitEndOf(int mine) throws InterruptedException, BrokenBarrierException {
    while (isOn(mine)) {
      awaitChange();
      if (isOn(mine)) {
        mustBeWhole();
      }
    }
  }

  final void awaitChange() throws InterruptedException {
    try {
      changed.await();
    } catch (InterruptedException e) {
      leave();
      throw e;
    }
  }

  void leave() {
    broken = true;
    tell(changed);
  }

  void tell(Condition condition) {
    condition.signalAll();
  }

  boolean isOn(int mine) {
    return mine == round;
  }

  final boolean isAnybodyHere() {
    return here > 0;
  }

  final void goneIsOne() {
    here--;
  }

  final void mustBeWhole() throws BrokenBarrierException {
    if (broken) {
      throw new BrokenBarrierException();
    }
  }
}
