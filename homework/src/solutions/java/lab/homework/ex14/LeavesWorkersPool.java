package lab.homework.ex14;

/** Wrong: it closes the workers that died, and not those that live. */
final class LeavesWorkersPool extends RightTaskPool {

  @Override
  void atTheEnd(Worker worker) {
    // It has nothing to do any more, has it?
  }
}
