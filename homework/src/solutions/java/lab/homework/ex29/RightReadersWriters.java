package lab.homework.ex29;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** All who come stand in one line; the first of it goes when nobody is in its way. All state is guarded by the lock. */
class RightReadersWriters implements ReadersWriters {
  private final Lock lock;
  private final Condition changed;
  private final Deque<Turn> line = new ArrayDeque<>();
  private int readers;
  private boolean writing;

  /** A place in the line; two are never the same. */
  static final class Turn {
    private final boolean writes;

    Turn(boolean writes) {
      this.writes = writes;
    }

    final boolean writes() {
      return writes;
    }
  }

  RightReadersWriters(Lock lock) {
    this.lock = lock;
    this.changed = lock.newCondition();
  }

  @Override
  public void beginRead() throws InterruptedException {
    begin(new Turn(false));
  }

  @Override
  public void beginWrite() throws InterruptedException {
    begin(new Turn(true));
  }

  private void begin(Turn turn) throws InterruptedException {
    lock.lock();
    try {
      line.add(turn);
      awaitTurn(turn);
      leave(turn);
      if (turn.writes) {
        writing = true;
      } else {
        readers++;
      }
    } catch (InterruptedException e) {
      giveUp(turn);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  void awaitTurn(Turn turn) throws InterruptedException {
    while (!mayGo(turn)) {
      changed.await();
    }
  }

  final void awaitChange() throws InterruptedException {
    changed.await();
  }

  boolean mayGo(Turn turn) {
    return line.peek() == turn && isFree(turn);
  }

  final boolean isFree(Turn turn) {
    return !writing && (readers == 0 || !turn.writes);
  }

  final Deque<Turn> line() {
    return line;
  }

  void giveUp(Turn turn) {
    leave(turn);
  }

  /** The one behind it may be a reader, too. */
  final void leave(Turn turn) {
    line.remove(turn);
    tell(changed);
  }

  void tell(Condition condition) {
    condition.signalAll();
  }

  @Override
  public void endRead() {
    lock.lock();
    try {
      readers--;
      tell(changed);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void endWrite() {
    lock.lock();
    try {
      writing = false;
      tell(changed);
    } finally {
      lock.unlock();
    }
  }
}
