package lab.homework.ex21;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lab.homework.ex21.Pipeline.Stages;
import lab.homework.grade.AtRest;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** The stages, which count who does what. */
final class PipelineCheckPlant implements Stages {
  private static final Map<String, Integer> LET_PASS = Map.of("fetch", 2, "parse", 1, "store", 0);

  final Map<String, AtomicInteger> called = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  final Set<Thread> storers = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> meeting =
      new TreeMap<>(Map.of("fetch", new CountDownLatch(1), "parse", new CountDownLatch(1), "store", new CountDownLatch(1)));
  final AtomicInteger begun = new AtomicInteger();
  final IOException failure = new IOException("this stage fails");
  volatile Set<String> heldLast = Set.of();
  volatile boolean meets;
  private volatile boolean gaveUp;
  volatile CountDownLatch holdsStore = new CountDownLatch(0);
  volatile String failing = "";

  @Override
  public String fetch(String url) throws IOException, InterruptedException {
    begun.incrementAndGet();
    step("fetch", url);
    return "text of " + url;
  }

  @Override
  public String parse(String text) throws InterruptedException {
    String url = text.substring(text.indexOf('/'));
    try {
      step("parse", url);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return "parsed " + url;
  }

  @Override
  public void store(String parsed) throws IOException, InterruptedException {
    storers.add(Thread.currentThread());
    step("store", parsed.substring(parsed.indexOf('/')));
    holdsStore.await();
  }

  private void step(String stage, String url) throws IOException, InterruptedException {
    String call = stage + " " + url;
    threads.add(Thread.currentThread());
    if (heldLast.contains(call)) {
      Patience.until(() -> threads.stream().allMatch(thread -> thread == Thread.currentThread() || isOutOfTheWay(thread)),
          "while one page was in %s, the other threads neither waited nor ended", stage);
    }
    called.computeIfAbsent(call, _ -> new AtomicInteger()).incrementAndGet();
    if (meets) {
      meet(stage);
    }
    if (call.equals(failing) || stage.equals(failing)) {
      throw failure;
    }
  }

  /** Whether it is held itself, or has nothing to do. */
  private static boolean isOutOfTheWay(Thread thread) {
    return AtRest.isSo(thread)
        || Stream.of(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(Patience.class.getName()));
  }

  /** The third page waits in fetch, the second in parse, the first in store, until all three are there. */
  private void meet(String stage) throws InterruptedException {
    int number = arrivals.computeIfAbsent(stage, _ -> new AtomicInteger()).incrementAndGet();
    if (number > LET_PASS.get(stage)) {
      meeting.get(stage).countDown();
      for (CountDownLatch other : meeting.values()) {
        if (!gaveUp && !other.await(Patience.SECONDS, TimeUnit.SECONDS)) {
          gaveUp = true;
        }
      }
    }
  }

  boolean met() {
    return !gaveUp;
  }

  boolean storing() {
    return !storers.isEmpty();
  }

  boolean isAtRest() {
    return threads.stream().allMatch(AtRest::isSo);
  }

  long storedCount() {
    return called.entrySet().stream().filter(call -> call.getKey().startsWith("store")).mapToInt(call -> call.getValue().get()).sum();
  }

  void sayIfOneIsLeft(String when) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
    for (Thread thread : threads) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      RuleBroken.unless(!thread.isAlive(), "%s, but \"%s\" is still there, and waits for ever: who ends the threads of the other stages? "
          + "shutdownNow(), in a finally block", when, thread.getName());
    }
  }
}
