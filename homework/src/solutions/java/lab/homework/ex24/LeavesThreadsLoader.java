package lab.homework.ex24;

/** Wrong: it interrupts all, and goes before they have ended. */
final class LeavesThreadsLoader extends RightTreeLoader {

  @Override
  void awaitEnd(Run run) {
    // They have been told.
  }
}
