package lab.homework.ex28;

import java.util.concurrent.locks.Lock;

/** Wrong: whoever is interrupted isn't counted any more, but the others don't get to know that they wait in vain. */
final class LeavesQuietlyBarrier extends RightBarrier {

  LeavesQuietlyBarrier(int parties, Lock lock) {
    super(parties, lock);
  }

  @Override
  void leave() {
    goneIsOne();
  }
}
