package lab.lecture.wrong;

import java.util.List;
import java.util.function.Function;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;
import lab.crawl.async.AsyncCrawler;

/**
 * Crawlers that are <strong>wrong on purpose</strong>, and the right ones to hold against them. Only labs run them: no
 * {@link java.util.ServiceLoader} finds them, and no option offers them.
 */
public final class WrongVariants {
  /** Threads that check and then act without a lock. */
  public static final String UNLOCKED = "unlocked";

  /** The same, each with a lock of its own. */
  public static final String WRONG_LOCK = "wrong-lock";

  /** The same with one lock for all: the control. */
  public static final String RIGHT_LOCK = "right-lock";

  /** An event loop that waits for each reply itself. */
  public static final String BLOCKED_LOOP = "blocked-loop";

  private WrongVariants() {}

  /** All of them. */
  public static List<Variant> all() {
    return List.of(
        new LabVariant(UNLOCKED, plan -> new UnlockedCrawler(plan, Guard.none())),
        new LabVariant(WRONG_LOCK, plan -> new UnlockedCrawler(plan, Guard.ownLock())),
        new LabVariant(RIGHT_LOCK, plan -> new UnlockedCrawler(plan, Guard.sharedLock())),
        new LabVariant(BLOCKED_LOOP, plan -> AsyncCrawler.fetchingBy(plan, new BlockingCalls(plan))));
  }

  /** A variant that needs no class of its own, for nobody looks it up by its class. */
  private record LabVariant(String name, Function<CrawlPlan, Crawler> crawlers) implements Variant {
    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return crawlers.apply(plan);
    }
  }
}
