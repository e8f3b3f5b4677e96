package lab.homework.ex29;

import java.util.concurrent.locks.Lock;

/** Wrong: a writer goes before all readers, so that no reader can keep it waiting; but then writers keep readers waiting. */
final class WritersFirst extends RightReadersWriters {

  WritersFirst(Lock lock) {
    super(lock);
  }

  @Override
  boolean mayGo(Turn turn) {
    return isFree(turn) && (turn.writes() || line().stream().noneMatch(Turn::writes));
  }
}
