package lab.homework.ex14;

/** Wrong: one worker does it all. */
final class OneAtATimePool extends RightTaskPool {

  @Override
  int threads(int most) {
    return 1;
  }
}
