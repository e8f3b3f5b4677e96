package lab.homework.ex19;

/** Wrong: one lock around all of them; no cycle, but everybody waits for everybody. */
final class OneBigLockMover extends RightBudgetMover {

  @Override
  public synchronized boolean move(Budget from, Budget to, int pages) {
    return super.move(from, to, pages);
  }
}
