package lab.homework.ex24;

import lab.homework.Web;

/**
 * Exercise 24: a deadline for a whole tree of tasks.
 *
 * <p>To think about first: a task starts others, and these start others. Who knows them all when the time is up? Who notices that the last
 * of them is through, when no single one knows how many there are? And who waits for the deadline, if it never comes?
 */
public final class MyTreeLoader implements TreeLoader {

  @Override
  public Tree load(String root, Web web, Deadline deadline) throws InterruptedException {
    // TODO exercise 24: load the tree, and end all of it when the time is up.
    throw new UnsupportedOperationException("exercise 24 is still to do");
  }
}
