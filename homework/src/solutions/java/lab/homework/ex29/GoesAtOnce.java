package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: a writer that finds nobody at work goes, though somebody has been told to, and is only slow to wake up. */
final class GoesAtOnce extends RightReadersWriters {

  GoesAtOnce(Lock lock) {
    super(lock);
  }

  @Override
  void awaitTurn(Turn turn) throws InterruptedException {
    if (!turn.writes() || !isFree(turn)) {
      super.awaitTurn(turn);
    }
  }
}
