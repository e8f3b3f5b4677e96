package lab.homework.ex24;

/** Wrong: a page that can't be had ends the whole tree. */
final class OneFailureEndsAllLoader extends RightTreeLoader {

  @Override
  void failed(Run run) {
    end(run);
  }
}
