package lab.homework.ex10;

/** Wrong: the thread that has the result records it. */
final class RecordsElsewhereHandler extends RightPageHandler {

  @Override
  void giveBack(EventLoop loop, Runnable step) {
    step.run();
  }
}
