package lab.crawl.cli;

/** Numbers of things, for a person. */
public final class Counted {
  private Counted() {}

  /** Such as {@code 1 page} and {@code 2 pages}, of a word whose plural ends with an s. */
  public static String of(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
