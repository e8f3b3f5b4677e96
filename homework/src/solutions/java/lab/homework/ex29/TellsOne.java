package lab.homework.ex29;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Wrong: only one is told, and it may be one who can't go yet. */
final class TellsOne extends RightReadersWriters {

  TellsOne(Lock lock) {
    super(lock);
  }

  @Override
  void tell(Condition condition) {
    condition.signal();
  }
}
