package lab.crawl;

/** How many pages a crawl may still begin. Not thread-safe: it belongs to the {@link Frontier}. */
final class Quota {
  private final int most;
  private int begun;

  /** With {@link Limits#maxPages()}. */
  Quota(int most) {
    this.most = most;
  }

  void begin() {
    begun++;
  }

  boolean isSpent() {
    return begun >= most;
  }

  /** How many pages will have been begun in the end, if so many more wait. */
  int known(int waiting) {
    return Math.min(begun + waiting, most);
  }
}
