package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: whoever is interrupted leaves the line, and nobody hears of it. */
final class GoesQuietly extends RightReadersWriters {

  GoesQuietly(Lock lock) {
    super(lock);
  }

  @Override
  void giveUp(Turn turn) {
    line().remove(turn);
  }
}
