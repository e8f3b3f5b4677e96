package lab.homework.ex24;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex24.TreeLoader.Deadline;
import lab.homework.ex24.TreeLoader.Tree;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 24. The deadline is a latch that the check opens, when just those requests are under way that are to be interrupted. */
public final class DeadlineCheck implements Exercise<TreeLoader> {
  private static final Map<String, List<String>> LINKS = Map.of(
      "/", List.of("/a", "/b", "/gone"),
      "/a", List.of("/a/1", "/a/2"),
      "/a/1", List.of("/a/1/x"),
      "/a/2", List.of(),
      "/a/1/x", List.of(),
      "/b", List.of("/b/1"),
      "/b/1", List.of());

  static final String ALL = "the whole tree is loaded, whatever fails";
  static final String TOGETHER = "no page waits for others of the level above";
  static final String CUT = "when time is up all requests are interrupted, however far down";
  static final String OUTLIVE = "no request outlives the method";
  static final String EARLY = "a tree that is through before its deadline waits for nobody";
  private static final String INTERRUPT = "an interrupt ends it, and is told";

  @Override
  public Card card() {
    return new Card(24, "A deadline for a whole tree", List.of(24, 30), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex24/MyTreeLoader.java");
  }

  @Override
  public Supplier<TreeLoader> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<TreeLoader>> rules() {
    return List.of(
        new Rule<>(ALL, 3, DeadlineCheck::loadsAll),
        new Rule<>(TOGETHER, 3, DeadlineCheck::goesDownAtOnce),
        new Rule<>(CUT, 4, DeadlineCheck::endsInTime),
        new Rule<>(OUTLIVE, 2, DeadlineCheck::leavesNothing),
        new Rule<>(EARLY, 3, DeadlineCheck::waitsForNobody),
        new Rule<>(INTERRUPT, 2, DeadlineCheck::endsWhenInterrupted));
  }

  private static void loadsAll(TreeLoader loader) throws Exception {
    // The page that fails is the first to come back, and the others go on only then.
    Site site = new Site(Set.of());
    site.waitForFailure = true;
    expect(loader.load("/", site, new HandDeadline()), LINKS.keySet(), Set.of("/gone"),
        "all but /gone can be had, and the time was never up: what becomes of the others when one fails?");
  }

  private static void expect(Tree tree, Set<String> pages, Set<String> missing, String why) {
    RuleBroken.unless(tree.pages().equals(pages) && tree.missing().equals(missing),
        "what came is to be %s, and missing %s, but you returned %s and %s: %s",
        new TreeSet<>(pages), new TreeSet<>(missing), new TreeSet<>(tree.pages()), new TreeSet<>(tree.missing()), why);
  }

  private static void goesDownAtOnce(TreeLoader loader) throws Exception {
    Site site = new Site(Set.of("/b"));
    HandDeadline deadline = new HandDeadline();
    FutureTask<Tree> load = start(loader, site, deadline);
    try {
      Patience.until(() -> site.asked.contains("/a/1/x") || load.isDone(),
          "/a was there, and /a/1, which it links, but /a/1/x is never asked for while /b is slow: does a page wait until all others of its "
              + "level are there? Let each begin what it links, as soon as it is there itself");
    } finally {
      site.never.countDown();
    }
    result(load, "all pages have come, but load still waits");
  }

  private static void endsInTime(TreeLoader loader) throws Exception {
    Site site = new Site(Set.of("/b", "/a/1/x"));
    HandDeadline deadline = new HandDeadline();
    FutureTask<Tree> load = start(loader, site, deadline);
    Patience.until(() -> site.inFlight.equals(Set.of("/b", "/a/1/x")) || load.isDone(),
        "of the tree only /b and /a/1/x were slow, but under way are %s", site.inFlight);
    deadline.isUp();
    Tree tree = result(load, "time was up while /b and, further down, /a/1/x were under way, but load still waits for them: who knows all of the "
        + "requests, and interrupts them?");
    expect(tree, Set.of("/", "/a", "/a/1", "/a/2"), Set.of("/b", "/gone", "/a/1/x"), "the time was up while /b and /a/1/x were under way");
  }

  private static void leavesNothing(TreeLoader loader) throws Exception {
    Site site = new Site(Set.of("/b", "/a/1/x"));
    site.stopsSlowly = true;
    HandDeadline deadline = new HandDeadline();
    FutureTask<Tree> load = start(loader, site, deadline);
    Patience.until(() -> site.inFlight.equals(Set.of("/b", "/a/1/x")) || load.isDone(), "under way are %s", site.inFlight);
    deadline.isUp();
    result(load, "time was up, but load still waits");
    int left = site.inFlightAtTheEnd.get();
    site.goOn.countDown();
    RuleBroken.unless(left == 0, "when load returned, %d requests were still under way: they had been interrupted, but to stop takes a moment. "
        + "Who waits for that?", left);
  }

  private static void waitsForNobody(TreeLoader loader) throws Exception {
    HandDeadline deadline = new HandDeadline();
    FutureTask<Tree> load = start(loader, new Site(Set.of()), deadline);
    result(load, "the whole tree was there, but load still waits: for a deadline that never comes?");
    Patience.until(() -> deadline.waiting.get() == 0,
        "the whole tree was there and load has returned, but a thread still waits for the deadline, and may for ever: who tells it?");
  }

  private static void endsWhenInterrupted(TreeLoader loader) throws Exception {
    Site site = new Site(Set.of("/b", "/a/1/x"));
    Interruption.mustEnd("load", () -> loader.load("/", site, new HandDeadline()), () -> site.inFlight.equals(Set.of("/b", "/a/1/x")));
    Patience.until(site.inFlight::isEmpty, "load ended by an interrupt, but %s are still under way", site.inFlight);
  }

  private static FutureTask<Tree> start(TreeLoader loader, Site site, HandDeadline deadline) {
    FutureTask<Tree> load = new FutureTask<>(() -> {
      try {
        return loader.load("/", site, deadline);
      } finally {
        site.inFlightAtTheEnd.set(site.inFlight.size());
      }
    });
    site.caller = new Thread(load, "the caller of load");
    site.caller.setDaemon(true);
    site.caller.start();
    return load;
  }

  private static Tree result(FutureTask<Tree> load, String tooLate) throws Exception {
    try {
      return load.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** A deadline that is up when the check says so. */
  private static final class HandDeadline implements Deadline {
    private final CountDownLatch up = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void await() throws InterruptedException {
      waiting.incrementAndGet();
      try {
        up.await();
      } finally {
        waiting.decrementAndGet();
      }
    }

    void isUp() {
      up.countDown();
    }
  }

  /** The tree; some of its pages never come. */
  private static final class Site implements Web {
    private final Set<String> held;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger inFlightAtTheEnd = new AtomicInteger();
    private volatile boolean waitForFailure;
    private volatile boolean stopsSlowly;
    private volatile Thread caller;
    private volatile Thread failing;

    Site(Set<String> held) {
      this.held = held;
    }

    @Override
    public Page fetch(String url) throws IOException, InterruptedException {
      asked.add(url);
      inFlight.add(url);
      try {
        if (url.equals("/gone")) {
          failing = Thread.currentThread();
          throw new IOException("404 Not Found: " + url);
        }
        awaitFailure(url);
        if (held.contains(url)) {
          never.await();
        }
        return new Page(url, LINKS.get(url));
      } catch (InterruptedException e) {
        stopSlowly();
        throw e;
      } finally {
        inFlight.remove(url);
      }
    }

    private void awaitFailure(String url) throws InterruptedException {
      // Nobody else waits for this latch: it is a wait that an interrupt ends.
      while (waitForFailure && !url.equals("/") && (failing == null || !AtRest.isSo(failing))) {
        never.await(1, TimeUnit.MILLISECONDS);
      }
    }

    /** Ends only when whoever called load waits for it, or has gone. */
    private void stopSlowly() {
      if (stopsSlowly) {
        Patience.until(() -> goOn.getCount() == 0 || AtRest.isSo(caller) && caller.isAlive(), "load neither waits nor returns");
      }
    }
  }
}
