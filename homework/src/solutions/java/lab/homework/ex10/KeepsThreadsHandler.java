package lab.homework.ex10;

/** Wrong: its threads wait for work for ever. */
final class KeepsThreadsHandler extends RightPageHandler {

  @Override
  public void close() {
    // All results are there.
  }
}
