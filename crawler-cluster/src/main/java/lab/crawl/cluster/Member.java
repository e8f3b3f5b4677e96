package lab.crawl.cluster;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlerThreads;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.measure.Anchor;
import lab.crawl.measure.RecordedLane;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * A member: it takes pages from the crawl's book, has its threads visit them, and brings them back, until the crawl is over. All members are
 * alike, on this machine or another; none knows of any other.
 *
 * <p><strong>Where the mutable state lives:</strong> in the rows of the database, guarded by its transactions. What a member keeps from one turn
 * to the next (which pages it has) may be lost at any moment. It is confined to the thread that calls {@link #crawl}; the threads that
 * visit tell it by its mailbox.
 */
final class Member {
  /** A member has a page for so much longer than its fetch may take only if it hangs: generous, because only the work on it is in that. */
  static final Duration LONGEST_WORK = Duration.ofSeconds(30);

  /** Nobody waits for the bell alone. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Session session;
  private final StoredCrawl crawl;
  private final CrawlPlan plan;
  private final int width;
  private final Duration longestWork;
  private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
  /** More threads that compute than cores only take them from each other. */
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** What was visited and isn't brought back yet. */
  private final List<Claim.Done> done = new ArrayList<>();

  private ExecutorService pool;
  private BlockingFetcher fetcher;
  private PageProcessor processor;

  /** What the mailbox holds. */
  private sealed interface Event {
    record Visited(Claim.Done page) implements Event {}

    record Bug(String url, Throwable bug) implements Event {}

    record Rung() implements Event {}
  }

  /**
   * A member of a crawl.
   *
   * @param session stays open, for whoever joins another crawl later
   * @param width how many pages it visits at a time
   * @param longestWork how much longer than its fetches may take it may have a page
   */
  Member(Session session, StoredCrawl crawl, int width, Duration longestWork) {
    this.session = session;
    this.crawl = crawl;
    this.plan = crawl.plan();
    this.width = width;
    this.longestWork = longestWork;
  }

  /** Crawls until the crawl is over, for whatever reason; after an interrupt it leaves at once. */
  void crawl() throws InterruptedException {
    Book book = new Book(session, crawl.id(), plan, width, longestWork);
    try (Bell _ = Bell.of(session.store(), crawl.id(), ringing -> ring(book, ringing));
        BlockingFetcher theFetcher = new BlockingFetcher(plan)) {
      int number = book.join();
      fetcher = theFetcher;
      processor = new PageProcessor(plan);
      pool = Executors.newFixedThreadPool(width, new CrawlerThreads("crawler-" + number + "-"));
      try {
        takeTurns(book);
      } finally {
        // Not pool.close(): it would first finish all that is queued.
        pool.shutdownNow();
        leave(book);
      }
    }
  }

  /** What it did itself it knows. */
  private void ring(Book book, int session) {
    if (!book.isOwn(session)) {
      mailbox.add(new Event.Rung());
    }
  }

  /**
   * How many pages a member of some width takes besides those that it visits, so that threads go on while others' pages are brought back.
   * So many more may have to be asked for again when it is killed. No more than the width, because {@link Members#longestClaim} reckons
   * with one page ahead of another.
   */
  static int ahead(int width) {
    return Math.ceilDiv(width, 2);
  }

  private void takeTurns(Book book) throws InterruptedException {
    int out = 0;
    int ahead = ahead(width);
    for (Book.Turn turn = turn(book, width, ahead); !turn.over(); turn = turn(book, width - out, ahead)) {
      out += turn.claims().size();
      turn.claims().forEach(claim -> pool.execute(() -> visit(claim)));
      if (turn.buried()) {
        book.join();
      }
      await(book, turn.untilNext(), out);
      out -= done.size();
    }
  }

  private Book.Turn turn(Book book, int free, int ahead) throws InterruptedException {
    Book.Turn turn = book.turn(done, free, ahead);
    done.clear();
    return turn;
  }

  /**
   * Waits for news: pages that were visited, which are {@link #done} then, or that there may be pages for a thread that is free. While
   * pages wait for a thread, news may wait, too: then one commit has several pages in it.
   *
   * @param out how many pages the member has
   */
  private void await(Book book, OptionalLong untilNext, int out) throws InterruptedException {
    long deadline = System.nanoTime() + Math.min(LONGEST_WAIT.toNanos(), untilNext.orElse(Long.MAX_VALUE));
    int enough = Math.max(1, out - width);
    boolean isUrgent = false;
    while (done.size() < enough && !isUrgent) {
      Event event = mailbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        return;
      }
      isUrgent = take(book, event, out < width);
    }
    takeAll(book);
  }

  private void takeAll(Book book) throws InterruptedException {
    for (Event event = mailbox.poll(); event != null; event = mailbox.poll()) {
      take(book, event, false);
    }
  }

  /** Gives whether the book should be asked at once. */
  private boolean take(Book book, Event event, boolean anyFree) throws InterruptedException {
    return switch (event) {
      case Event.Visited(Claim.Done page) -> {
        done.add(page);
        yield false;
      }
      case Event.Bug(String url, Throwable bug) -> {
        broken(book, url, bug);
        yield true;
      }
      case Event.Rung() -> anyFree;
    };
  }

  private void visit(Claim claim) {
    try {
      HttpUrl url = HttpUrl.get(claim.url());
      RecordedLane spans = new RecordedLane(Thread.currentThread().getName());
      Lane lane = crawl.detailed() ? spans : Lane.NONE;
      FetchResult result = fetcher.fetch(url, lane);
      cores.acquire();
      Visited visited;
      try {
        visited = processor.process(url, result, lane);
      } finally {
        cores.release();
      }
      String steps = crawl.detailed() ? Steps.text(Thread.currentThread().getName(), spans.spans(), Anchor.now()) : "";
      mailbox.add(new Event.Visited(new Claim.Done(claim, visited, steps)));
    } catch (InterruptedException e) {
      // The member leaves: nobody waits for this page any more.
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      mailbox.add(new Event.Bug(claim.url(), e));
    }
  }

  /** Something that is no input or output error was thrown: it ends the crawl for all, whose result tells what it was. */
  private static void broken(Book book, String url, Throwable bug) throws InterruptedException {
    if (bug instanceof UncheckedIOException) {
      book.broken(url, bug.getMessage(), true);
      return;
    }
    StringWriter stackTrace = new StringWriter();
    bug.printStackTrace(new PrintWriter(stackTrace));
    book.broken(url, stackTrace.toString(), false);
  }

  private void leave(Book book) throws InterruptedException {
    boolean interrupted = Thread.interrupted();
    try {
      takeAll(book);
      book.leave(done);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
