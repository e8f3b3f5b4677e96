package lab.homework.ex27;

import java.util.List;

/** Wrong: it counts the pages that link nothing, and not the links. */
final class OnlyBelowLinkCounter extends RightLinkCounter {

  @Override
  long own(List<String> linked) {
    return linked.isEmpty() ? 1 : 0;
  }
}
