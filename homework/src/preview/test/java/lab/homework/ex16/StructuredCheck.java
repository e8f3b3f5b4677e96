package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex16.PageLoader.WholePage;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 16. The site holds all fetches but one until somebody interrupts them, and sees who does. */
public final class StructuredCheck implements Exercise<PageLoader> {
  private static final String PAGE = "/page";
  private static final List<String> PARTS = List.of("/a.png", "/b.png", "/c.png");
  private static final List<String> MIRRORS = List.of("/mirror/0", "/mirror/1", "/mirror/2", "/mirror/3");

  private static final String ALL = "the page and its parts are fetched at the same time, and all come back";
  static final String FAILS = "if one part fails, so does the whole";
  static final String CANCEL = "as soon as one fetch fails the others are interrupted";
  static final String OUTLIVE = "no fetch outlives the method";
  static final String MIRROR = "the first mirror that answers wins, and the others are interrupted";

  @Override
  public Card card() {
    return new Card(16, "Structured concurrency: all or nothing", List.of(24, 30), "crawler-threads/README.md",
        "homework/src/preview/main/java/lab/homework/ex16/MyPageLoader.java");
  }

  @Override
  public Supplier<PageLoader> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<PageLoader>> rules() {
    return List.of(
        new Rule<>(ALL, 2, StructuredCheck::loadsAll),
        new Rule<>(FAILS, 2, StructuredCheck::failsAsAWhole),
        new Rule<>(CANCEL, 3, StructuredCheck::cancels),
        new Rule<>(OUTLIVE, 3, StructuredCheck::leavesNothing),
        new Rule<>(MIRROR, 4, StructuredCheck::takesTheFirst));
  }

  private static void loadsAll(PageLoader loader) throws Exception {
    ScriptedWeb web = site();
    WholePage whole;
    try {
      whole = loader.load(PAGE, PARTS, web);
    } finally {
      // A starter asks for nothing: what it throws says that it isn't begun.
      RuleBroken.unless(web.hasMet() || web.requests() == 0,
          "a page and its %d parts are %d fetches, but never more than %d were in flight at a time: what do you wait for before "
              + "you fork the next one?", PARTS.size(), PARTS.size() + 1, web.peak());
    }
    RuleBroken.unless(whole.page().url().equals(PAGE), "the page is %s, but you returned %s", PAGE, whole.page().url());
    List<String> parts = whole.parts().stream().map(Page::url).toList();
    RuleBroken.unless(parts.equals(PARTS), "the parts are %s, in this order, but you returned %s", PARTS, parts);
  }

  private static void failsAsAWhole(PageLoader loader) throws Exception {
    ScriptedWeb web = site().failing(PARTS.get(1), 1);
    WholePage whole;
    try {
      whole = loader.load(PAGE, PARTS, web);
    } catch (IOException e) {
      RuleBroken.unless(said(e, PARTS.get(1)),
          "%s failed, but what comes out is '%s', which doesn't say so: what is the cause of what join throws?", PARTS.get(1), e);
      return;
    }
    throw new RuleBroken("%s failed, but you returned a page with %d of its %d parts as if nothing had happened: who looks at "
        + "the failure? Which joiner throws it?", PARTS.get(1), whole.parts().size(), PARTS.size());
  }

  private static void cancels(PageLoader loader) throws Exception {
    HoldingWeb web = new HoldingWeb(PARTS.size() + 1, "", PARTS.get(0));
    load(loader, web);
    web.expectInterrupts("%s failed, and so the %d other fetches were in vain. Only those of %s were interrupted: who tells the "
        + "others that they may stop? To wait for them helps nobody", PARTS.get(0), PARTS.size());
  }

  private static void leavesNothing(PageLoader loader) throws Exception {
    HoldingWeb web = new HoldingWeb(PARTS.size() + 1, "", PARTS.get(0));
    int left = load(loader, web);
    RuleBroken.unless(left == 0,
        "when your method ended, %d of its fetches had not: they had been interrupted, but to stop takes a moment, and nobody "
            + "waited for that. Who waits until the last thread is gone?", left);
  }

  /** Loads where one part fails; gives how many fetches were still in flight when the method ended. */
  private static int load(PageLoader loader, HoldingWeb web) throws InterruptedException {
    try {
      loader.load(PAGE, PARTS, web);
    } catch (IOException e) {
      return web.inFlight();
    } finally {
      web.methodIsOver();
    }
    throw new RuleBroken("%s failed, but no IOException came out of your method", PARTS.get(0));
  }

  private static void takesTheFirst(PageLoader loader) throws Exception {
    HoldingWeb web = new HoldingWeb(MIRRORS.size(), MIRRORS.get(2), MIRRORS.get(0));
    Page page = first(loader, web);
    int left = web.inFlight();
    web.methodIsOver();
    RuleBroken.unless(page.url().equals(MIRRORS.get(2)), "%s answered first, but you returned %s", MIRRORS.get(2), page.url());
    web.expectInterrupts("%s had answered, and so %d other fetches were in vain. Only those of %s were interrupted: which joiner "
        + "cancels the rest when one has succeeded?", MIRRORS.get(2), MIRRORS.size() - 2);
    RuleBroken.unless(left == 0, "when your method ended, %d of its fetches had not: who waits until they are gone?", left);
    expectFailureOfAll(loader);
  }

  private static Page first(PageLoader loader, HoldingWeb web) throws InterruptedException {
    try {
      return loader.first(MIRRORS, web);
    } catch (IOException e) {
      web.methodIsOver();
      RuleBroken.unless(web.haveMet(), "the %d mirrors were never all asked at the same time", MIRRORS.size());
      throw new RuleBroken("%s failed before any other mirror had answered, and that was the end ('%s'), though %s was about to "
          + "answer: which joiner waits for the first that succeeds, and not for the first that ends?",
          MIRRORS.get(0), e.getMessage(), MIRRORS.get(2));
    }
  }

  private static void expectFailureOfAll(PageLoader loader) throws InterruptedException {
    ScriptedWeb nothing = new ScriptedWeb();
    try {
      loader.first(MIRRORS, nothing);
    } catch (IOException e) {
      return;
    }
    throw new RuleBroken("all mirrors failed, but no IOException came out of your method");
  }

  private static ScriptedWeb site() {
    ScriptedWeb web = new ScriptedWeb().page(PAGE).answersTogether("/", PARTS.size() + 1);
    PARTS.forEach(web::page);
    return web;
  }

  /** Whether an exception, or a cause of it, names a URL. */
  private static boolean said(Throwable thrown, String url) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(url)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A site where, when all fetches are in flight, one fails; when its thread is done, perhaps one is answered; and all others
   * wait until they are interrupted. Those then take their time to stop: until whoever called the method waits for them, or has
   * left.
   */
  private static final class HoldingWeb implements Web {
    private static final int LOOKS = 20;

    private final String answered;
    private final String failing;
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch missing;
    private final CountDownLatch failed = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Set<String> interrupted = new ConcurrentSkipListSet<>();
    private final Set<String> inFlight = new ConcurrentSkipListSet<>();
    private volatile Thread failingThread;
    private volatile boolean over;
    private volatile boolean gaveUp;

    HoldingWeb(int fetches, String answered, String failing) {
      this.missing = new CountDownLatch(fetches);
      this.answered = answered;
      this.failing = failing;
    }

    @Override
    public Page fetch(String url) throws IOException, InterruptedException {
      inFlight.add(url);
      try {
        missing.countDown();
        awaitOrGiveUp(missing);
        if (url.equals(failing)) {
          failingThread = Thread.currentThread();
          failed.countDown();
          throw new IOException("404 Not Found: " + url);
        }
        if (url.equals(answered)) {
          awaitOrGiveUp(failed);
          awaitEndOfFailure();
          return new Page(url, List.of());
        }
        awaitOrGiveUp(never);
        return new Page(url, List.of());
      } catch (InterruptedException e) {
        interrupted.add(url);
        stopSlowly();
        throw e;
      } finally {
        inFlight.remove(url);
      }
    }

    private void awaitOrGiveUp(CountDownLatch latch) throws IOException, InterruptedException {
      if (!latch.await(Patience.SECONDS, TimeUnit.SECONDS)) {
        gaveUp = true;
        throw new IOException("the site gave up");
      }
    }

    private void awaitEndOfFailure() throws InterruptedException {
      Thread me = Thread.currentThread();
      Patience.until(() -> me.isInterrupted() || isAtRest(failingThread), "the thread of a failed fetch never came to an end");
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }

    private void stopSlowly() {
      Patience.until(() -> over || isAtRest(caller), "your method neither waits for its threads nor returns");
    }

    /** Whether a thread waits or has ended, and not just for a moment. */
    private static boolean isAtRest(Thread thread) {
      for (int i = 0; i < LOOKS; i++) {
        Thread.State state = thread.getState();
        if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
          return false;
        }
        Thread.yield();
      }
      return true;
    }

    /** To be called when the method under test has ended, so that the fetches that it left behind may do so, too. */
    void methodIsOver() {
      over = true;
    }

    int inFlight() {
      return inFlight.size();
    }

    boolean haveMet() {
      return missing.getCount() == 0;
    }

    /** Throws with this message unless so many fetches were interrupted. */
    void expectInterrupts(String message, String url, int expected) {
      if (!gaveUp) {
        Patience.until(() -> interrupted.size() >= expected || gaveUp, message, url, expected, new TreeSet<>(interrupted));
      }
      RuleBroken.unless(!gaveUp && interrupted.size() == expected, message, url, expected, new TreeSet<>(interrupted));
    }
  }
}
