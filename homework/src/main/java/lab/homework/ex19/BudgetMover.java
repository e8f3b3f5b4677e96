package lab.homework.ex19;

import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Moves budgets between hosts. Each host may be asked for so many pages; a host that needs more gets them from one that has some to
 * spare. Safe for use by many threads.
 */
public interface BudgetMover {

  /** A host's budget, with a lock of its own. Only who holds that lock may look at the budget or change it. */
  interface Budget {
    /** The host's name; no two hosts have the same. */
    String host();

    /** Guards this budget, and no other. */
    Lock lock();

    /** How many pages the host may still be asked for. */
    int pages();

    /** Changes that number. */
    void set(int pages);
  }

  /**
   * Moves pages from one budget to another. Nobody ever sees a state between: whoever holds the lock of one of the two, or of both, finds
   * them as they were before or as they are afterwards. Moves between other hosts are not held up.
   *
   * <p>For example: of 10 pages of host a, 4 are moved to host b, which had 1. Afterwards a has 6 and b has 5. To move 7 more is refused,
   * because a has only 6.
   *
   * @param from whose budget gets smaller
   * @param to whose gets larger; may be the same one, and then nothing changes
   * @param pages how many; 0 or more
   * @return false if {@code from} has fewer than that; then nothing was changed
   * @throws RuntimeException what {@link Budget#set} throws; no lock is kept
   */
  boolean move(Budget from, Budget to, int pages);

  /**
   * Adds up budgets, all as they are at the same moment: what is being moved is counted once.
   *
   * @param budgets which, each once, in any order
   */
  int total(List<Budget> budgets);
}
