package lab.homework.ex26;

/**
 * Exercise 26: virtual time.
 *
 * <p>To think about first: you let 250 ms pass, and something is due in 100 ms. What time is it while that runs? What if it plans something
 * that is due in between? What if two tasks are due at the same time: does a priority queue keep their order? And while a task runs, may
 * another thread plan one?
 */
public final class MyVirtualTime implements VirtualTime {

  @Override
  public long now() {
    // TODO exercise 26: keep what is planned, in order, and let time pass.
    throw new UnsupportedOperationException("exercise 26 is still to do");
  }

  @Override
  public Planned schedule(Runnable task, long delayMillis) {
    throw new UnsupportedOperationException("exercise 26 is still to do");
  }

  @Override
  public void advance(long millis) {
    throw new UnsupportedOperationException("exercise 26 is still to do");
  }
}
