package lab.homework.ex19;

import java.util.List;

/** Wrong: moves agree on an order, but whoever adds up takes the locks as the list has them. */
final class TotalAsTheyComeMover extends RightBudgetMover {

  @Override
  List<Budget> inOrderForTotal(List<Budget> budgets) {
    return budgets;
  }
}
