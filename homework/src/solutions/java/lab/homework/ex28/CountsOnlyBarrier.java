package lab.homework.ex28;

import java.util.concurrent.locks.Lock;

/** Wrong: as long as somebody waits, it waits, too, whichever round that is. */
final class CountsOnlyBarrier extends RightBarrier {

  CountsOnlyBarrier(int parties, Lock lock) {
    super(parties, lock);
  }

  @Override
  boolean isOn(int mine) {
    return isAnybodyHere();
  }
}
