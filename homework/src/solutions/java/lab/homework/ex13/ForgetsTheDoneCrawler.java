package lab.homework.ex13;

import java.util.Set;

/** Wrong: it goes on with what is to do, but a link back to a done page begins everything again. */
final class ForgetsTheDoneCrawler extends RightResumableCrawler {

  @Override
  void restore(Progress from) {
    replace(done(), Set.of());
    replace(waiting(), from.toDo());
  }
}
