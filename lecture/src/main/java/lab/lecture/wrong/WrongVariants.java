package lab.lecture.wrong;

import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.Variant;
import lab.crawl.async.AsyncCrawler;

/**
 * Crawlers that are <strong>wrong on purpose</strong>, and the right ones to hold against them. Only labs run them: no option
 * offers them.
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

  /** What all of them have in common. */
  abstract static class LabVariant implements Variant {
    private final String name;

    LabVariant(String name) {
      this.name = name;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final boolean isOffered() {
      return false;
    }
  }

  /** {@link #UNLOCKED}, for the service loader. */
  public static final class Unlocked extends LabVariant {
    /** The one that there is. */
    public Unlocked() {
      super(UNLOCKED);
    }

    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return new UnlockedCrawler(plan, Guard.none());
    }
  }

  /** {@link #WRONG_LOCK}, for the service loader. */
  public static final class WrongLock extends LabVariant {
    /** The one that there is. */
    public WrongLock() {
      super(WRONG_LOCK);
    }

    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return new UnlockedCrawler(plan, Guard.ownLock());
    }
  }

  /** {@link #RIGHT_LOCK}, for the service loader. */
  public static final class RightLock extends LabVariant {
    /** The one that there is. */
    public RightLock() {
      super(RIGHT_LOCK);
    }

    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return new UnlockedCrawler(plan, Guard.sharedLock());
    }
  }

  /** {@link #BLOCKED_LOOP}, for the service loader. */
  public static final class BlockedLoop extends LabVariant {
    /** The one that there is. */
    public BlockedLoop() {
      super(BLOCKED_LOOP);
    }

    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return AsyncCrawler.fetchingBy(plan, new BlockingCalls(plan));
    }
  }
}
