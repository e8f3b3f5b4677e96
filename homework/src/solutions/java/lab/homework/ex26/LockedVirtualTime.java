package lab.homework.ex26;

/** Wrong: its lock is held while a task runs, and whoever else wants to plan one waits for that. */
final class LockedVirtualTime extends RightVirtualTime {

  @Override
  public synchronized void advance(long millis) {
    super.advance(millis);
  }
}
