package lab.crawl;

/**
 * A named design that takes part in the lab. Implementations are found with {@link java.util.ServiceLoader}: name yours
 * in {@code META-INF/services/lab.crawl.Variant}, put its jar on the class path, and it is compared with the others.
 */
public interface Variant {

  /** The name that tables and options use: lower case, unique on the class path, for instance {@code threads}. */
  String name();

  /**
   * Makes a crawler for a plan. Cheap: threads, loops and processes are started by the crawler, not by this method's
   * caller.
   *
   * @param plan what to crawl; never null
   * @return a crawler that the caller closes
   */
  Crawler newCrawler(CrawlPlan plan);

  /** Most fetches that a crawler of this design has in flight by a plan: the plan's concurrency, if it makes use of that. */
  default int width(CrawlPlan plan) {
    return plan.concurrency();
  }

  /** Whether command lines offer it; what is wrong on purpose isn't offered, and only labs name it. */
  default boolean isOffered() {
    return true;
  }
}
