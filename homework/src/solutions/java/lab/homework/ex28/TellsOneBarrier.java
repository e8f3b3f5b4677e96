package lab.homework.ex28;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Wrong: of all who wait, one is told. */
final class TellsOneBarrier extends RightBarrier {

  TellsOneBarrier(int parties, Lock lock) {
    super(parties, lock);
  }

  @Override
  void tell(Condition condition) {
    condition.signal();
  }
}
