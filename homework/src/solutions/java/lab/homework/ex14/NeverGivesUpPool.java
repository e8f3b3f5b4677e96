package lab.homework.ex14;

/** Wrong: a task that kills whoever takes it is handed out again and again. */
final class NeverGivesUpPool extends RightTaskPool {

  @Override
  void afterDeath(Run run, String task, int deaths, int mostAttempts) {
    // Once more.
  }
}
