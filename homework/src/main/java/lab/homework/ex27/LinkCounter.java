package lab.homework.ex27;

import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** Counts all links of a site that is a tree, with tasks that split into smaller ones. */
@FunctionalInterface
public interface LinkCounter {

  /** What a page links. Safe for use by many threads. */
  @FunctionalInterface
  interface Links {
    /** Finds the links of a page, which takes the processor a while; none for a leaf of the tree. */
    List<String> of(String url);
  }

  /**
   * Counts the links of a page and of all pages below it.
   *
   * <p>For example: {@code /} links {@code /a} and {@code /b}, and {@code /a} links {@code /a/1}: these are 3 links.
   *
   * @param root where to begin; each page below it is linked once
   * @param links of each page; is called once for each, by threads of the pool only
   * @param pool whose threads do all of it. All of them have work as long as there is enough, and one thread alone must do as well: so no
   *     task may wait for another without the pool's knowing it
   * @throws RuntimeException what {@code links} throws (or one of the same class that has it as its cause)
   */
  long count(String root, Links links, ForkJoinPool pool);
}
