package lab.homework.ex10;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 10. The stage and the results look which thread calls them, and the stage is held while the loop must go on. */
public final class PageHandlerCheck implements Exercise<PageHandler> {
  private static final List<Page> PAGES = IntStream.range(0, 5).mapToObj(i -> new Page("/" + i, List.of())).toList();
  private static final Page BAD = new Page("/bad", List.of());
  private static final Page WORSE = new Page("/worse", List.of());

  private static final String RESULTS = "the result of each page is recorded";
  static final String FREE = "the loop goes on while a page is processed";
  static final String CONFINED = "only the loop records results";
  static final String FAILURES = "what the stage throws comes back to the loop";
  static final String CLOSED = "no thread is left after close";

  @Override
  public Card card() {
    return new Card(10, "Don't block the loop", List.of(31, 35, 36), "crawler-async/README.md",
        "homework/src/main/java/lab/homework/ex10/MyPageHandler.java");
  }

  @Override
  public Supplier<PageHandler> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<PageHandler>> rules() {
    return List.of(
        new Rule<>(RESULTS, 2, PageHandlerCheck::recordsAll),
        new Rule<>(FREE, 4, PageHandlerCheck::leavesTheLoopFree),
        new Rule<>(CONFINED, 3, PageHandlerCheck::recordsOnTheLoop),
        new Rule<>(FAILURES, 3, PageHandlerCheck::reportsFailures),
        new Rule<>(CLOSED, 2, PageHandlerCheck::leavesNoThread));
  }

  private static void recordsAll(PageHandler handler) throws Exception {
    try (Trial trial = new Trial(handler, PAGES.size())) {
      PAGES.forEach(trial::handle);
      trial.awaitResults();
      sayIfOther(trial.done);
      RuleBroken.unless(trial.failed.isEmpty(), "every page could be processed, but you recorded as failed: %s", trial.failed);
    }
  }

  private static void sayIfOther(Map<String, Long> done) {
    Map<String, Long> expected = new TreeMap<>();
    PAGES.forEach(page -> expected.put(page.url(), checksum(page)));
    RuleBroken.unless(done.equals(expected), "the checksums of the pages are %s, but you recorded %s", expected, done);
  }

  private static long checksum(Page page) {
    return 1_000 + page.url().hashCode();
  }

  private static void leavesTheLoopFree(PageHandler handler) throws Exception {
    try (Trial trial = new Trial(handler, 1)) {
      trial.hold = new CountDownLatch(1);
      trial.handle(PAGES.getFirst());
      trial.await(trial.began, "a page was handled, but the stage was never called");
      RuleBroken.unless(!trial.wasStageOnLoop,
          "the stage ran on the loop's own thread: all the while the loop takes no other step, and no other page comes on. Who "
          + "else can call it?");
      CountDownLatch tick = new CountDownLatch(1);
      trial.loop.run(tick::countDown);
      trial.await(tick, "another thread processed a page, and all the while the loop took no other step: does a step wait for "
          + "the result (get, join, await)? Then it might as well have processed the page itself");
      trial.hold.countDown();
      trial.awaitResults();
    }
  }

  private static void recordsOnTheLoop(PageHandler handler) throws Exception {
    try (Trial trial = new Trial(handler, PAGES.size())) {
      PAGES.forEach(trial::handle);
      trial.awaitResults();
      trial.sayIfRecordedElsewhere();
    }
  }

  private static void reportsFailures(PageHandler handler) throws Exception {
    try (Trial trial = new Trial(handler, PAGES.size() + 2)) {
      trial.handle(BAD);
      trial.handle(WORSE);
      PAGES.forEach(trial::handle);
      trial.await(trial.recorded, "the stage threw an exception for %s and another for %s, and at least one was never recorded: "
          + "it ended on a thread to which nobody listens. Who catches it there, and tells the loop?", BAD.url(), WORSE.url());
      trial.sayIfOtherReason(BAD);
      trial.sayIfOtherReason(WORSE);
      sayIfOther(trial.done);
      trial.sayIfRecordedElsewhere();
    }
  }

  private static void leavesNoThread(PageHandler handler) throws Exception {
    Set<Thread> threads;
    try (Trial trial = new Trial(handler, PAGES.size())) {
      PAGES.forEach(trial::handle);
      trial.awaitResults();
      threads = trial.stageThreads;
    }
    for (Thread thread : threads) {
      RuleBroken.unless(thread.join(Duration.ofSeconds(Patience.SECONDS)),
          "all results were there, and the handler was closed, but the thread \"%s\", which processed pages, is still there: who "
          + "starts threads has to end them", thread.getName());
    }
  }

  /** A loop, a stage and results, for one handler; closed with it. */
  private static final class Trial implements PageHandler.Results, AutoCloseable {
    private final Map<String, Exception> thrown =
        Map.of(BAD.url(), new IOException("a bad page"), WORSE.url(), new IllegalArgumentException("a worse page"));
    private final PageHandler handler;
    private final EventLoop loop = new EventLoop(this::broken);
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch recorded;
    // Safe for many threads, so that a wrong solution is told of its mistake, and not of results that got lost by it.
    private final Map<String, Long> done = new ConcurrentSkipListMap<>();
    private final Map<String, Exception> failed = new ConcurrentSkipListMap<>();
    private final Set<Thread> stageThreads = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile boolean wasStageOnLoop;
    private volatile String recordedBy;
    private volatile CountDownLatch awaited;
    private volatile Throwable bug;

    Trial(PageHandler handler, int results) {
      this.handler = handler;
      recorded = new CountDownLatch(results);
      awaited = recorded;
    }

    void handle(Page page) {
      loop.run(() -> handler.handle(page, this::process, loop, this));
    }

    private long process(Page page) throws Exception {
      stageThreads.add(Thread.currentThread());
      wasStageOnLoop |= loop.isCurrentThread();
      began.countDown();
      if (!loop.isCurrentThread()) {
        hold.await();
      }
      if (thrown.containsKey(page.url())) {
        throw thrown.get(page.url());
      }
      return checksum(page);
    }

    @Override
    public void done(String url, long checksum) {
      noteThread();
      done.put(url, checksum);
      recorded.countDown();
    }

    @Override
    public void failed(String url, Exception reason) {
      noteThread();
      failed.put(url, reason);
      recorded.countDown();
    }

    private void noteThread() {
      if (!loop.isCurrentThread()) {
        recordedBy = Thread.currentThread().getName();
      }
    }

    /** The loop has ended: what is waited for will never be. */
    private void broken(Thread thread, Throwable e) {
      bug = e;
      while (awaited.getCount() > 0) {
        awaited.countDown();
      }
    }

    /** Throws what a step of the solution threw, if one did. */
    void await(CountDownLatch latch, String message, Object... values) throws Exception {
      awaited = latch;
      if (bug == null) {
        Patience.await(latch, message, values);
      }
      if (bug instanceof Error e) {
        throw e;
      }
      if (bug instanceof Exception e) {
        throw e;
      }
    }

    void awaitResults() throws Exception {
      await(recorded, "pages were handled and could be processed, but not for all of them was a result recorded: what becomes of "
          + "what the stage returns?");
    }

    void sayIfRecordedElsewhere() {
      RuleBroken.unless(recordedBy == null,
          "a result was recorded by the thread \"%s\", and not by the loop: nothing guards the results, so two such threads "
          + "could meet in the middle of a change. What can another thread do to have the loop record it?", recordedBy);
    }

    void sayIfOtherReason(Page page) {
      Exception reason = failed.get(page.url());
      boolean isTheOne = Stream.iterate((Throwable) reason, e -> e != null, Throwable::getCause)
          .anyMatch(e -> e == thrown.get(page.url()));
      RuleBroken.unless(isTheOne,
          "the stage threw %s for %s, but the reason recorded is %s", thrown.get(page.url()), page.url(), reason);
    }

    @Override
    public void close() {
      hold.countDown();
      handler.close();
      loop.close();
    }
  }
}
