package lab.lecture.faults;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.crawl.FetchResult;
import okhttp3.HttpUrl;

/** What the threads of a {@link PartsCrawler} share, and the right class for each: a {@link Fault} gives another one for one of them. */
interface Parts {

  /** The URLs that were ever discovered. */
  interface Seen {
    /** Whether nobody has asked for this URL before; says yes once. */
    boolean isNew(String url);
  }

  /** The URLs that wait to be visited. */
  interface Waiting {
    /** One more. */
    void put(String url);

    /** The next one; waits until there is one. */
    String take() throws InterruptedException;
  }

  /** How much was begun and isn't done; the crawl is over when nothing is left. */
  interface Count {
    /** One more. */
    void add();

    /** One less; whether it was the last. */
    boolean subtract();
  }

  /** Whether the crawl was stopped. */
  interface Flag {
    /** From now on. */
    void set();

    /** Whether that was said. */
    boolean isSet();
  }

  /** Keeps calls of the crawl's listener apart: they must come one at a time. */
  interface Telling {
    /** Tells that a page was begun. */
    void begun(Runnable tell);

    /** Tells that one was visited. */
    void visited(Runnable tell);
  }

  /** Starts the crawl's workers. */
  interface Starter {
    /** Has a task run by some thread; what it throws is a bug of the crawl, and told to whoever made this. */
    void start(Runnable task);
  }

  /** One fetch. */
  @FunctionalInterface
  interface Fetch {
    /** Waits for the reply. */
    FetchResult of(HttpUrl url) throws InterruptedException;
  }

  /** Limits how many fetches there are at a time. */
  interface Permits {
    /** Fetches when there is a permit for it. */
    FetchResult fetch(Fetch fetch, HttpUrl url) throws InterruptedException;
  }

  /** Something that is made when it is wanted first. */
  interface Lazy<T> {
    /** The one that there is. */
    T get();
  }

  /** {@link Seen}. */
  default Seen seen() {
    return new RightParts.OneStep();
  }

  /** {@link Waiting}. */
  default Waiting waiting() {
    return new RightParts.WaitsInALoop();
  }

  /** {@link Count}, from a number on. */
  default Count count(int begun) {
    return new RightParts.Atomic(begun);
  }

  /** {@link Flag}. */
  default Flag flag() {
    return new RightParts.Visible();
  }

  /** {@link Telling}. */
  default Telling telling() {
    return new RightParts.OneLock();
  }

  /** {@link Starter}: bugs are told to that consumer. */
  default Starter starter(ExecutorService pool, Consumer<Throwable> bugs) {
    return new RightParts.TellsBugs(pool, bugs);
  }

  /** {@link Permits}. */
  default Permits permits(int width) {
    return new RightParts.GivesBack(width);
  }

  /** {@link Lazy}: made by that supplier. */
  default <T> Lazy<T> lazy(Supplier<T> made) {
    return new RightParts.MadeUnderALock<>(made);
  }
}
