package lab.homework.ex24;

/** Wrong: nothing new is begun when the time is up, but what is under way has all the time that it wants. */
final class OnlyStopsBeginningLoader extends RightTreeLoader {

  @Override
  void stop(Run run) {
    run.tasks().shutdown();
  }
}
