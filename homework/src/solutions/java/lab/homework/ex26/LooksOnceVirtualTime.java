package lab.homework.ex26;

/** Wrong: it looks what is planned, and runs that; what those tasks plan has to wait for the next time. */
final class LooksOnceVirtualTime extends RightVirtualTime {
  private long planned;
  private long limit;

  @Override
  public synchronized Planned schedule(Runnable task, long delayMillis) {
    planned++;
    return super.schedule(task, delayMillis);
  }

  @Override
  public void advance(long millis) {
    synchronized (this) {
      limit = planned;
    }
    super.advance(millis);
  }

  @Override
  boolean isWanted(Entry entry) {
    return entry.number() < limit;
  }
}
