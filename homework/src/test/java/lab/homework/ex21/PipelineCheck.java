package lab.homework.ex21;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.ex21.Pipeline.Shape;
import lab.homework.ex21.Pipeline.Stages;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Interruption;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 21. A stage is held until all threads before it have come to rest; then what is in the pipeline is counted. */
public final class PipelineCheck implements Exercise<Pipeline> {
  private static final Shape SHAPE = new Shape(3, 2, 4);
  private static final int MANY = 200;

  static final String ALL = "every page goes through every stage, once";
  static final String OVERLAP = "all stages are at work at the same time";
  static final String FLAT = "a slow stage holds up those before it";
  static final String FAILURE = "a stage that fails ends it all";
  private static final String INTERRUPT = "an interrupt ends it, and is told";

  @Override
  public Card card() {
    return new Card(21, "A pipeline that doesn't overflow", List.of(18, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex21/MyPipeline.java");
  }

  @Override
  public Supplier<Pipeline> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<Pipeline>> rules() {
    return List.of(
        new Rule<>(ALL, 4, PipelineCheck::storesAll),
        new Rule<>(OVERLAP, 3, PipelineCheck::overlaps),
        new Rule<>(FLAT, 5, PipelineCheck::staysFlat),
        new Rule<>(FAILURE, 4, PipelineCheck::endsWhenAStageFails),
        new Rule<>(INTERRUPT, 2, PipelineCheck::endsWhenInterrupted));
  }

  /** One page is held in each of the first stages until all else that could come to an end has come to rest. */
  private static void storesAll(Pipeline pipeline) throws Exception {
    Plant plant = new Plant();
    plant.heldLast = Set.of("fetch /7", "parse /5");
    List<String> urls = urls(20);
    pipeline.run(urls, plant, SHAPE);
    plant.called.forEach((call, count) ->
        RuleBroken.unless(count.get() == 1, "%s was called %d times instead of once", call, count.get()));
    for (String stage : List.of("fetch", "parse", "store")) {
      Set<String> missing = new TreeSet<>(urls);
      missing.removeIf(url -> plant.called.containsKey(stage + " " + url));
      RuleBroken.unless(missing.isEmpty(),
          "all pages are to go through %s, but %s never did when run returned: a thread that finds nothing to do isn't the last of its stage; "
              + "others may still have a page in hand. Who says, and when, that nothing will come any more, and to how many threads?",
          stage, missing);
    }
    RuleBroken.unless(plant.storers.size() <= 1, "store was called by %d threads, and not by only one", plant.storers.size());
  }

  private static void overlaps(Pipeline pipeline) throws Exception {
    Plant plant = new Plant();
    plant.meets = true;
    pipeline.run(urls(MANY), plant, SHAPE);
    RuleBroken.unless(plant.met(),
        "of %d pages never one was fetched while another was parsed and a third was stored: which stage waits for which to be through?", MANY);
  }

  private static void staysFlat(Pipeline pipeline) throws Exception {
    int most = SHAPE.fetchers() + SHAPE.room() + SHAPE.parsers() + SHAPE.room() + 1;
    Plant plant = new Plant();
    plant.holdsStore = new CountDownLatch(1);
    FutureTask<Void> run = start(pipeline, urls(MANY), plant);
    try {
      Patience.until(() -> plant.begun.get() > most || plant.storing() && plant.isAtRest() || run.isDone(),
          "a page was being stored, which took long, but the threads before it neither wait nor go on");
      RuleBroken.unless(plant.begun.get() <= most,
          "while the first page was being stored, %d others were begun, and it would go on like that: there may be %d fetchers, %d parsers, and "
              + "%d pages between two stages, and so no more than %d may be begun. Which queue has no end? put() of one that has waits",
          plant.begun.get() - 1, SHAPE.fetchers(), SHAPE.parsers(), SHAPE.room(), most);
    } finally {
      plant.holdsStore.countDown();
    }
    result(run);
    RuleBroken.unless(plant.storedCount() == MANY, "of %d pages %d were stored after a slow one", MANY, plant.storedCount());
  }

  private static void endsWhenAStageFails(Pipeline pipeline) throws Exception {
    for (String failing : List.of("store", "parse /3", "fetch /9")) {
      Plant plant = new Plant();
      plant.failing = failing;
      FutureTask<Void> run = start(pipeline, urls(MANY), plant);
      try {
        run.get(Patience.SECONDS, TimeUnit.SECONDS);
        throw new RuleBroken("%s failed, but run returned as if nothing had been", failing);
      } catch (ExecutionException e) {
        RuleBroken.unless(Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause).anyMatch(plant.failure::equals),
            "%s failed, but what came out is %s, without that failure as its cause", failing, e.getCause());
      } catch (TimeoutException e) {
        throw new RuleBroken("%s failed, and run still waits: those before it wait for room that nobody makes any more, or those behind it "
            + "for what never comes. Who tells them? Wait for whichever thread ends first, and interrupt the others", failing);
      }
      plant.sayIfOneIsLeft(failing + " failed, and run ended");
    }
  }

  private static void endsWhenInterrupted(Pipeline pipeline) throws Exception {
    Plant plant = new Plant();
    plant.holdsStore = new CountDownLatch(1);
    Interruption.mustEnd("run", () -> {
      pipeline.run(urls(MANY), plant, SHAPE);
      return null;
    }, plant::storing);
    plant.sayIfOneIsLeft("run was interrupted");
  }

  private static List<String> urls(int count) {
    return IntStream.range(0, count).mapToObj(i -> "/" + i).toList();
  }

  private static FutureTask<Void> start(Pipeline pipeline, List<String> urls, Plant plant) {
    FutureTask<Void> run = new FutureTask<>(() -> {
      pipeline.run(urls, plant, SHAPE);
      return null;
    });
    Thread thread = new Thread(run, "the caller of run");
    thread.setDaemon(true);
    thread.start();
    return run;
  }

  private static void result(FutureTask<Void> run) throws Exception {
    try {
      run.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken("a page was stored slowly, and after that run never came to an end");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** The stages, which count who does what. */
  private static final class Plant implements Stages {
    private static final Map<String, Integer> LET_PASS = Map.of("fetch", 2, "parse", 1, "store", 0);

    private final Map<String, AtomicInteger> called = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Thread> storers = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> meeting =
        new TreeMap<>(Map.of("fetch", new CountDownLatch(1), "parse", new CountDownLatch(1), "store", new CountDownLatch(1)));
    private final AtomicInteger begun = new AtomicInteger();
    private final IOException failure = new IOException("this stage fails");
    private volatile Set<String> heldLast = Set.of();
    private volatile boolean meets;
    private volatile boolean gaveUp;
    private volatile CountDownLatch holdsStore = new CountDownLatch(0);
    private volatile String failing = "";

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
      return AtRest.isSo(thread) || Stream.of(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(Patience.class.getName()));
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
}
