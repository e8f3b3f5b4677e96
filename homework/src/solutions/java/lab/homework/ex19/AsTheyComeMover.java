package lab.homework.ex19;

import java.util.List;

/** Wrong: first the lock of the one that gives, then that of the one that gets. */
final class AsTheyComeMover extends RightBudgetMover {

  @Override
  List<Budget> inOrder(List<Budget> budgets) {
    return budgets;
  }

  @Override
  List<Budget> inOrderForTotal(List<Budget> budgets) {
    return super.inOrder(budgets);
  }
}
