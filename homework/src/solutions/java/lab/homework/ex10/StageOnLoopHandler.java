package lab.homework.ex10;

/** Wrong: calls the stage right where it is, on the loop. */
final class StageOnLoopHandler extends RightPageHandler {

  @Override
  void offload(Runnable work) {
    work.run();
  }
}
