package lab.homework.ex27;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.ex27.LinkCounter.Links;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 27. A pool of one thread, and one of three whose threads wait for one another. */
public final class ForkJoinCheck implements Exercise<LinkCounter> {
  private static final int THREADS = 3;
  /** More than there are pages that may wait for others. */
  private static final int MANY_THREADS = 64;
  private static final int WIDTH = 4;
  private static final int DEPTH = 3;

  static final String COUNTS = "all links are counted, each once";
  static final String POOL = "only the pool's threads work";
  static final String OVERLAP = "all threads of the pool have work";
  static final String ALONE = "one thread alone can do it";
  private static final String FAILS = "a failure comes out";

  @Override
  public Card card() {
    return new Card(27, "Fork and join", List.of(18, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex27/MyLinkCounter.java");
  }

  @Override
  public Supplier<LinkCounter> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<LinkCounter>> rules() {
    return List.of(
        new Rule<>(COUNTS, 2, ForkJoinCheck::countsAll),
        new Rule<>(POOL, 2, ForkJoinCheck::usesThePool),
        new Rule<>(ALONE, 3, ForkJoinCheck::needsNoMore),
        new Rule<>(OVERLAP, 4, ForkJoinCheck::overlaps),
        new Rule<>(FAILS, 2, ForkJoinCheck::tellsFailures));
  }

  private static void countsAll(LinkCounter counter) throws Exception {
    Map<String, List<String>> small = Map.of("/", List.of("/a", "/b"), "/a", List.of("/a/1"));
    long links = count(counter, MANY_THREADS, url -> small.getOrDefault(url, List.of()));
    RuleBroken.unless(links == 3, "/ links /a and /b, and /a links /a/1: these are 3 links, but you counted %d", links);
    Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    long many = count(counter, MANY_THREADS, url -> {
      asked.computeIfAbsent(url, _ -> new AtomicInteger()).incrementAndGet();
      return tree(url);
    });
    long expected = (long) WIDTH + (long) WIDTH * WIDTH + (long) WIDTH * WIDTH * WIDTH;
    RuleBroken.unless(many == expected, "a tree has %d links, but you counted %d", expected, many);
    asked.forEach((url, times) -> RuleBroken.unless(times.get() == 1, "the links of %s were asked for %d times", url, times.get()));
  }

  /** Each page links some pages below it, to a certain depth. */
  private static List<String> tree(String url) {
    if (url.chars().filter(c -> c == '/').count() > DEPTH) {
      return List.of();
    }
    List<String> links = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      links.add(url + i + "/");
    }
    return links;
  }

  private static void usesThePool(LinkCounter counter) throws Exception {
    Set<Thread> strangers = ConcurrentHashMap.newKeySet();
    ForkJoinPool pool = new ForkJoinPool(MANY_THREADS);
    try {
      call(() -> counter.count("/", url -> {
        if (!(Thread.currentThread() instanceof ForkJoinWorkerThread worker && worker.getPool() == pool)) {
          strangers.add(Thread.currentThread());
        }
        return tree(url);
      }, pool), "it never comes to an end");
    } finally {
      pool.shutdownNow();
    }
    strangers.stream().findAny().ifPresent(stranger -> {
      throw new RuleBroken(
          "links were found by the thread \"%s\", which is none of the pool's: let the pool invoke your first task", stranger.getName());
    });
  }

  private static void needsNoMore(LinkCounter counter) throws Exception {
    count(counter, 1, ForkJoinCheck::tree);
  }

  private static void overlaps(LinkCounter counter) throws Exception {
    CountDownLatch together = new CountDownLatch(THREADS);
    AtomicInteger missed = new AtomicInteger();
    count(counter, THREADS, url -> {
      if (!url.equals("/")) {
        together.countDown();
        missed.addAndGet(await(together) ? 0 : 1);
      }
      return missed.get() > 0 ? List.of() : tree(url);
    });
    RuleBroken.unless(missed.get() == 0, "the pool has %d threads and there were %d pages to look at, but never %d at a time: do you join a task "
        + "before you have forked the next?", THREADS, WIDTH, THREADS);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(Patience.SECONDS / 2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void tellsFailures(LinkCounter counter) throws Exception {
    IllegalArgumentException bug = new IllegalArgumentException("a page that can't be read");
    try {
      count(counter, THREADS, url -> {
        if (url.equals("/2/1/")) {
          throw bug;
        }
        return tree(url);
      });
    } catch (RuntimeException e) {
      // A pool makes a copy, so that the stack trace shows both threads.
      RuleBroken.unless(Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause).anyMatch(cause -> cause == bug),
          "a page couldn't be read (%s), and what came out is %s", bug, e);
      return;
    }
    throw new RuleBroken("a page couldn't be read (%s), but count returned as if nothing had been", bug);
  }

  private static long count(LinkCounter counter, int threads, Links links) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return call(() -> counter.count("/", links, pool), "with a pool of " + threads + (threads == 1 ? " thread" : " threads")
          + " it never comes to an end: a task waits for others, and its thread could do them, but doesn't know. join() and invokeAll() of "
          + "ForkJoinTask do other tasks meanwhile; a latch only waits");
    } finally {
      pool.shutdownNow();
    }
  }

  private static long call(Callable<Long> call, String tooLate) throws Exception {
    FutureTask<Long> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "the caller of count");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
