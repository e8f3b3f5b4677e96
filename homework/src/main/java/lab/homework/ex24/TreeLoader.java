package lab.homework.ex24;

import java.util.Set;
import lab.homework.Web;

/** Loads a page and all that is below it, each on a thread of its own, as far as it comes before a deadline. */
public interface TreeLoader {

  /** When all must be over. */
  @FunctionalInterface
  interface Deadline {
    /** Waits until the time is up, which may be never. */
    void await() throws InterruptedException;
  }

  /**
   * What was loaded.
   *
   * @param pages URLs of the pages that came
   * @param missing URLs that are known, from the links of those pages, but didn't come: they failed, or the time was up
   */
  record Tree(Set<String> pages, Set<String> missing) {}

  /**
   * Loads a tree. As soon as a page is there, all that it links are asked for at the same time, and nobody waits for others of the same
   * level. A page that can't be had ({@link java.io.IOException}) is missing, and the others go on.
   *
   * <p>When the time is up, every request that is under way, however far down, is interrupted, none is begun any more, and what has come is
   * returned. When this returns or throws, all threads that were started have ended, the one that waits for the deadline as well.
   *
   * <p>For example: {@code /} links {@code /a} and {@code /b}, and {@code /a} links {@code /a/1}. The time is up when {@code /} and
   * {@code /a} are there: then {@code /b} and {@code /a/1} are interrupted, and are missing.
   *
   * @param root where to begin; no page is linked twice
   * @param web where the pages are
   * @param deadline for all of it
   * @throws InterruptedException if the calling thread is interrupted: then all is ended as when the time is up
   */
  Tree load(String root, Web web, Deadline deadline) throws InterruptedException;
}
