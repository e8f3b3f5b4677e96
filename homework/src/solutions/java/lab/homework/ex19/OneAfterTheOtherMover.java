package lab.homework.ex19;

/** Wrong: it never holds two locks, and so what is on its way belongs to nobody. */
final class OneAfterTheOtherMover extends RightBudgetMover {

  @Override
  public boolean move(Budget from, Budget to, int pages) {
    return from == to ? super.move(from, to, pages) : take(from, pages) && give(to, pages);
  }

  private static boolean take(Budget from, int pages) {
    from.lock().lock();
    try {
      boolean isEnough = from.pages() >= pages;
      if (isEnough) {
        from.set(from.pages() - pages);
      }
      return isEnough;
    } finally {
      from.lock().unlock();
    }
  }

  private static boolean give(Budget to, int pages) {
    to.lock().lock();
    try {
      to.set(to.pages() + pages);
      return true;
    } finally {
      to.lock().unlock();
    }
  }
}
