package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: whoever isn't kept out by somebody at work goes, and so readers overtake writers. */
final class ReadersFirst extends RightReadersWriters {

  ReadersFirst(Lock lock) {
    super(lock);
  }

  @Override
  boolean mayGo(Turn turn) {
    return isFree(turn);
  }
}
