package lab.homework.ex27;

import java.util.Collection;

/** Wrong: it forks each, and joins it before it forks the next. */
final class OneByOneLinkCounter extends RightLinkCounter {

  @Override
  long below(Collection<PageTask> tasks) {
    long sum = 0;
    for (PageTask task : tasks) {
      sum += task.fork().join();
    }
    return sum;
  }
}
