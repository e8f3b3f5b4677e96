package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: whoever is woken takes it that its turn has come. */
final class LooksOnce extends RightReadersWriters {

  LooksOnce(Lock lock) {
    super(lock);
  }

  @Override
  void awaitTurn(Turn turn) throws InterruptedException {
    if (!mayGo(turn)) {
      awaitChange();
    }
  }
}
