package lab.lecture.faults;

/** <strong>Wrong on purpose:</strong> without {@code volatile} or a lock nothing says that another thread will ever see it. */
final class PlainFlag implements Parts.Flag {
  private boolean set;

  @Override
  public void set() {
    set = true;
  }

  @Override
  public boolean isSet() {
    return set;
  }
}
