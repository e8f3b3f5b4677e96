package lab.homework.ex24;

/** Wrong: the thread that waits for the deadline waits on, for ever if it never comes. */
final class LeavesTimerLoader extends RightTreeLoader {

  @Override
  void endTimer(Thread timer) {
    // It will be up some day.
  }
}
