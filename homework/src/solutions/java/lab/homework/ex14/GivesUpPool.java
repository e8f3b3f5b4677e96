package lab.homework.ex14;

/** Wrong: a worker's death is taken for its task's failure. */
final class GivesUpPool extends RightTaskPool {

  @Override
  void afterDeath(Run run, String task, int deaths, int mostAttempts) {
    run.failed().add(task);
  }
}
