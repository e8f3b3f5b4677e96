package lab.homework.ex19;

import java.util.List;

/**
 * Exercise 19: locks in order.
 *
 * <p>To think about first: to move pages from a to b you need both locks. You hold that of a and wait for that of b; what if another
 * thread moves pages from b to a at this very moment? Who of the two gives way? And how could both know, without talking to each other,
 * which lock to take first?
 */
public final class MyBudgetMover implements BudgetMover {

  @Override
  public boolean move(Budget from, Budget to, int pages) {
    // TODO exercise 19: take both locks, in an order on which all threads agree, and move the pages.
    throw new UnsupportedOperationException("exercise 19 is still to do");
  }

  @Override
  public int total(List<Budget> budgets) {
    throw new UnsupportedOperationException("exercise 19 is still to do");
  }
}
