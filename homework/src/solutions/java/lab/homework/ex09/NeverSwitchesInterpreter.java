package lab.homework.ex09;

/** Wrong: one whole computation after another. */
final class NeverSwitchesInterpreter extends RightInterpreter {

  @Override
  public void checkpoint() {
    // The lock keeps everything in order as it is.
  }
}
