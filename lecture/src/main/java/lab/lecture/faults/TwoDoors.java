package lab.lecture.faults;

/** <strong>Wrong on purpose:</strong> each kind of call has a lock of its own, so that one of each kind may come together. */
final class TwoDoors implements Parts.Telling {
  private final Object beginnings = new Object();
  private final Object ends = new Object();

  @Override
  public void begun(Runnable tell) {
    synchronized (beginnings) {
      tell.run();
    }
  }

  @Override
  public void visited(Runnable tell) {
    synchronized (ends) {
      tell.run();
    }
  }
}
