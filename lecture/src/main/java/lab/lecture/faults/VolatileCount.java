package lab.lecture.faults;

/** <strong>Wrong on purpose:</strong> all see the same number, but to read it and to write it are two steps. */
final class VolatileCount implements Parts.Count {
  private volatile int outstanding;

  VolatileCount(int begun) {
    this.outstanding = begun;
  }

  @Override
  public void add() {
    outstanding++;
  }

  @Override
  public boolean subtract() {
    outstanding--;
    return outstanding == 0;
  }
}
