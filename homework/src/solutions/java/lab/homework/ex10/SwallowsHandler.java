package lab.homework.ex10;

/** Wrong: nobody hears of an exception. */
final class SwallowsHandler extends RightPageHandler {

  @Override
  void fail(EventLoop loop, Runnable step) {
    // There is no result to give back.
  }
}
