package lab.homework.ex14;

/** Wrong: interrupted, it waits all the same until the workers have answered. */
final class WaitsForTheLastPool extends RightTaskPool {

  @Override
  void stop(Run run) {
    run.tasks().clear();
  }
}
