package lab.contract;

import java.time.Duration;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract of a {@link Crawler}, as tests. Extend it, say how your crawler is made, and run it:
 *
 * <pre>{@code
 * class MyContractTest extends CrawlerContract {
 *   @Override
 *   protected Crawler newCrawler(CrawlPlan plan) {
 *     return new MyCrawler(plan);
 *   }
 * }
 * }</pre>
 *
 * <p>Each test is one numbered rule; {@code common/CONTRACT.md} lists them. What a crawler did is judged by what the
 * <em>server</em> saw, wherever it saw it. No rule measures time: a crawl that must not wait is given a page that answers
 * only after {@link #patience()} is over.
 */
public abstract class CrawlerContract {

  /** For subclasses. */
  protected CrawlerContract() {}

  /**
   * Makes the crawler under test. The kit closes it.
   *
   * @param plan what to crawl; never null
   */
  protected abstract Crawler newCrawler(CrawlPlan plan);

  /** Whether the crawler keeps a plan's politeness; false if it refuses plans with a delay. */
  protected boolean isPolite() {
    return true;
  }

  /** Whether the crawler takes plans that say something of requests: headers, cookies, logins, a proxy; false if it refuses them. */
  protected boolean takesRequestSettings() {
    return true;
  }

  /** Whether the crawler has several fetches in flight when its plan allows; false if its width is always 1. */
  protected boolean overlaps() {
    return true;
  }

  /**
   * The concurrency of the rules that would hold at any: 2 or more. Less is quicker for a crawler whose workers are dear to
   * start.
   */
  protected int usualWidth() {
    return 4;
  }

  /** How long a crawl of the kit may take before it is said to hang. Generous, because it only matters in failing tests. */
  protected Duration patience() {
    return Duration.ofSeconds(60);
  }

  /**
   * Called after each rule, when all of the rule's crawlers are closed. Threads and processes have rules of their own;
   * override this to look for whatever else your crawler could leave behind, such as Netty's buffers.
   */
  protected void assertNothingLeaked() {}

  @AfterEach
  final void lookForLeaks() {
    assertNothingLeaked();
  }

  // The rules. Each group has a file of its own; these classes only hand this contract to it.

  @Nested
  @DisplayName("1 Coverage: every page that can be reached, each one once")
  class Coverage extends CoverageRules {
    Coverage() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("2 Scope: nothing else")
  class Scope extends ScopeRules {
    Scope() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("3 Failures: each fault has its kind, and hurts one page only")
  class Failures extends FailureRules {
    Failures() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("4 Retries: what may pass is tried again, as often as the plan says")
  class Retries extends RetryRules {
    Retries() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("5 Limits: depth, pages, body")
  class Limits extends LimitRules {
    Limits() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("6 Width: as many fetches in flight as the plan allows, and never more")
  class Width extends WidthRules {
    Width() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("7 Results: they never depend on the schedule")
  class Results extends ResultRules {
    Results() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("8 Endings: interrupt, close, nothing left behind")
  class Endings extends EndingRules {
    Endings() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("9 Bugs: they end the crawl, loudly")
  class Bugs extends BugRules {
    Bugs() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("10 Listener: told of every page, one call at a time")
  class Listener extends ListenerRules {
    Listener() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("11 Going on: what was ended by anything goes on where it was")
  class GoingOn extends ResumeRules {
    GoingOn() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("12 Politeness: each host is left alone between two requests")
  class Polite extends PolitenessRules {
    Polite() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("13 Once more: what has not changed is not sent again")
  class OnceMore extends UpdateRules {
    OnceMore() {
      super(CrawlerContract.this);
    }
  }

  @Nested
  @DisplayName("14 Requests: what the plan says goes with each of them, and to nobody else")
  class Requests extends RequestRules {
    Requests() {
      super(CrawlerContract.this);
    }
  }
}
