package lab.homework.ex19;

import java.util.Comparator;
import java.util.List;

/** All take the locks in the order of the hosts' names: so whoever waits for one holds only such as come before it. */
class RightBudgetMover implements BudgetMover {

  @Override
  public boolean move(Budget from, Budget to, int pages) {
    List<Budget> both = from == to ? List.of(from) : inOrder(List.of(from, to));
    both.forEach(budget -> budget.lock().lock());
    try {
      if (from.pages() < pages) {
        return false;
      }
      if (from != to) {
        from.set(from.pages() - pages);
        to.set(to.pages() + pages);
      }
      return true;
    } finally {
      unlock(both);
    }
  }

  @Override
  public int total(List<Budget> budgets) {
    List<Budget> all = inOrderForTotal(budgets);
    all.forEach(budget -> budget.lock().lock());
    try {
      return all.stream().mapToInt(Budget::pages).sum();
    } finally {
      unlock(all);
    }
  }

  void unlock(List<Budget> budgets) {
    budgets.forEach(budget -> budget.lock().unlock());
  }

  List<Budget> inOrder(List<Budget> budgets) {
    return budgets.stream().sorted(Comparator.comparing(Budget::host)).toList();
  }

  List<Budget> inOrderForTotal(List<Budget> budgets) {
    return inOrder(budgets);
  }
}
