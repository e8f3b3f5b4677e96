package lab.homework.ex19;

import java.util.List;

/** Wrong: gives the locks back only if all goes well. */
final class KeepsLocksMover extends RightBudgetMover {

  @Override
  public boolean move(Budget from, Budget to, int pages) {
    List<Budget> both = from == to ? List.of(from) : inOrder(List.of(from, to));
    both.forEach(budget -> budget.lock().lock());
    boolean isEnough = from.pages() >= pages;
    if (isEnough && from != to) {
      from.set(from.pages() - pages);
      to.set(to.pages() + pages);
    }
    unlock(both);
    return isEnough;
  }
}
