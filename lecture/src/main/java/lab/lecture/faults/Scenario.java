package lab.lecture.faults;

import java.util.NoSuchElementException;
import lab.lecture.faults.Parts.Waiting;

/**
 * What two or three threads do with one part, once each and at the same time, and what must come of it: for tools that can't watch a whole
 * crawler. It is made anew for each time.
 */
public abstract class Scenario {
  /** What {@link #outcome()} says if all is well. */
  public static final String RIGHT = "right";

  /** What the first thread does. */
  public abstract void first();

  /** What the second thread does. */
  public abstract void second();

  /** What the third thread does, if there is one. */
  public void third() {}

  /** How many threads there are: two or three. */
  public int threads() {
    return 2;
  }

  /** How it ended, when all threads are done: {@value #RIGHT}, or what went wrong. */
  public abstract String outcome();

  /** What is taken; or how it came that nothing was, when a thread threw something: jcstress knows of no exceptions. */
  static String take(Waiting waiting) {
    try {
      return waiting.take();
    } catch (InterruptedException | NoSuchElementException e) {
      return e.toString();
    }
  }

  static String expect(int expected, int actual, String what) {
    return expected == actual ? RIGHT : what + " " + actual + " times";
  }
}
