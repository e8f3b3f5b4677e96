package lab.lecture.faults;

import static lab.lecture.verdicts.Words.say;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.lecture.wrong.WrongVariants;

/**
 * One thing that can be wrong with a crawl that many threads share, and {@link #NONE}, where nothing is: a tool that finds something there is
 * wrong itself.
 */
public enum Fault implements Parts {
  /** Another thread may look between this one's look and its note. */
  CHECK_THEN_ACT(LooksThenNotes.class.getName()) {
    @Override
    public Seen seen() {
      return new LooksThenNotes();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.SameLink(seen());
    }
  },
  /** A lock that nobody else asks for. */
  WRONG_LOCK(LocksTheUrl.class.getName()) {
    @Override
    public Seen seen() {
      return new LocksTheUrl();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.SameLink(seen());
    }
  },
  /** Two threads read the same number. */
  NOT_ATOMIC(VolatileCount.class.getName()) {
    @Override
    public Count count(int begun) {
      return new VolatileCount(begun);
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.LastTwo(count(2));
    }
  },
  /** A write that another thread need never see. */
  NOT_VISIBLE(PlainFlag.class.getName()) {
    @Override
    public Flag flag() {
      return new PlainFlag();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.Stop(flag());
    }
  },
  /** An object that is seen before what is in it. */
  HALF_MADE(LooksTwice.class.getName()) {
    @Override
    public <T> Lazy<T> lazy(Supplier<T> made) {
      return new LooksTwice<>(made);
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.FirstUse(this);
    }
  },
  /** A thread that looks without the lock waits for what has come already. */
  LOST_WAKE_UP(LooksWithoutTheLock.class.getName()) {
    @Override
    public Waiting waiting() {
      return new LooksWithoutTheLock();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.HandOver(waiting());
    }
  },
  /** A thread that was woken doesn't look again. */
  WAIT_WITHOUT_LOOP(WaitsOnce.class.getName()) {
    @Override
    public Waiting waiting() {
      return new WaitsOnce();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.TwoTakers(waiting());
    }
  },
  /** Each has what the other wants. */
  TWO_ORDERS(TwoLocks.class.getName()) {
    @Override
    public Telling telling() {
      return new TwoLocks();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.Told(telling());
    }
  },
  /** Two locks, where one was needed. */
  TWO_DOORS(TwoDoors.class.getName()) {
    @Override
    public Telling telling() {
      return new TwoDoors();
    }

    @Override
    Scenario newScenario() {
      return new Scenarios.Told(telling());
    }
  },
  /** A future that nobody asks. */
  LOST_EXCEPTION(LosesBugs.class.getName()) {
    @Override
    public Starter starter(ExecutorService pool, Consumer<Throwable> bugs) {
      return new LosesBugs(pool);
    }
  },
  /** What failed isn't given back. */
  LEAKED_PERMIT(LeaksPermits.class.getName()) {
    @Override
    public Permits permits(int width) {
      return new LeaksPermits(width);
    }
  },
  /** The loop waits, and with it all. */
  BLOCKED_LOOP("lab.lecture.wrong.BlockingCalls") {
    @Override
    public Crawler newCrawler(CrawlPlan plan) {
      return new WrongVariants.BlockedLoop().newCrawler(plan);
    }
  },
  /** Nothing is wrong. */
  NONE(RightParts.class.getName()) {
    @Override
    Scenario newScenario() {
      return new Scenarios.All(new Scenarios.LastTwo(count(2)), new Scenarios.Told(telling()), new Scenarios.HandOver(waiting()));
    }
  };

  private final String suspect;

  Fault(String suspect) {
    this.suspect = suspect;
  }

  /** What tables call it. */
  public String words() {
    return say("fault." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The name of the class that is wrong; of {@link #NONE} the one that holds all right ones. */
  public String suspect() {
    return suspect;
  }

  /** A whole crawler with this fault. */
  public Crawler newCrawler(CrawlPlan plan) {
    return PartsCrawler.of(plan, this);
  }

  /** The same with the network left out: what it fetches is given by that function. */
  public Crawler newCrawler(CrawlPlan plan, MemorySite site) {
    return new PartsCrawler(plan, this, site::fetch, () -> {});
  }

  /** What two or three threads do with the wrong class, anew each time; empty if no two threads are needed to see it. */
  public Optional<Scenario> scenario() {
    return Optional.ofNullable(newScenario());
  }

  Scenario newScenario() {
    return null;
  }
}
