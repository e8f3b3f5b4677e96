package lab.homework.ex09;

/** Wrong: nothing but the counting of steps. */
final class NoLockInterpreter extends RightInterpreter {

  @Override
  void beginTurn() {
    // Everybody may.
  }

  @Override
  void endTurn() {
    // Everybody could.
  }
}
