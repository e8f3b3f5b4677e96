package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: whoever is interrupted goes, but its place in the line is kept. */
final class StaysInLine extends RightReadersWriters {

  StaysInLine(Lock lock) {
    super(lock);
  }

  @Override
  void giveUp(Turn turn) {
    // It won't come any more.
  }
}
