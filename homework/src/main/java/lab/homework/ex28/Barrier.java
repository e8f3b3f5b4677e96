package lab.homework.ex28;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.locks.Lock;

/**
 * Where threads wait for one another, round after round: a crawl that goes by depth begins the next one when all are through with this.
 * Safe for use by many threads.
 */
public interface Barrier {

  /** How one is made. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes a barrier.
     *
     * @param parties how many threads wait for one another; at least 1
     * @param lock guards all that the barrier knows, and nothing else; a thread that waits does so at a condition of this lock, until it is told
     */
    Barrier make(int parties, Lock lock);
  }

  /**
   * Waits until as many threads as there are parties have come; then all of them go on, and with the next that comes the next round begins.
   *
   * <p>For example, with 2 parties: a comes and waits. b comes, and both get 0. Now b comes again, which may be before a has even woken up:
   * a gets its 0 all the same, and b waits for somebody else in round 1.
   *
   * <p>A round that never becomes complete is given up as soon as one of its threads is interrupted: the others may wait for that one for
   * ever. The barrier is broken then, and stays so. A round that was complete before isn't touched by that.
   *
   * @return the number of the round, from 0 on
   * @throws InterruptedException if the calling thread is interrupted while it waits
   * @throws BrokenBarrierException if the barrier is broken, or becomes so while this waits
   */
  int await() throws InterruptedException, BrokenBarrierException;
}
