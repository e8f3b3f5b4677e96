package lab.lecture.faults;

/** <strong>Wrong on purpose:</strong> two locks, taken in one order here and in the other there. */
final class TwoLocks implements Parts.Telling {
  private final Object pages = new Object();
  private final Object listener = new Object();

  @Override
  public void begun(Runnable tell) {
    synchronized (pages) {
      synchronized (listener) {
        tell.run();
      }
    }
  }

  @Override
  public void visited(Runnable tell) {
    synchronized (listener) {
      synchronized (pages) {
        tell.run();
      }
    }
  }
}
