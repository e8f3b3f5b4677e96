package lab.homework.ex21;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.ex21.Pipeline.Shape;
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
    PipelineCheckPlant plant = new PipelineCheckPlant();
    plant.heldLast = Set.of("fetch /7", "parse /5");
    List<String> urls = urls(20);
    pipeline.run(urls, plant, SHAPE);
    plant.called.forEach((call, count) ->
        RuleBroken.unless(count.get() == 1, "%s was called %d times instead of once", call, count.get()));
    for (String stage : List.of("fetch", "parse", "store")) {
      Set<String> missing = new TreeSet<>(urls);
      missing.removeIf(url -> plant.called.containsKey(stage + " " + url));
      RuleBroken.unless(missing.isEmpty(),
          "all pages are to go through %s, but %s never did when run returned: a thread that finds nothing to do isn't the last of its "
              + "stage; others may still have a page in hand. Who says, and when, that nothing will come any more, and to how many "
              + "threads?",
          stage, missing);
    }
    RuleBroken.unless(plant.storers.size() <= 1, "store was called by %d threads, and not by only one", plant.storers.size());
  }

  private static void overlaps(Pipeline pipeline) throws Exception {
    PipelineCheckPlant plant = new PipelineCheckPlant();
    plant.meets = true;
    pipeline.run(urls(MANY), plant, SHAPE);
    RuleBroken.unless(plant.met(),
        "of %d pages never one was fetched while another was parsed and a third was stored: which stage waits for which to be "
            + "through?", MANY);
  }

  private static void staysFlat(Pipeline pipeline) throws Exception {
    int most = SHAPE.fetchers() + SHAPE.room() + SHAPE.parsers() + SHAPE.room() + 1;
    PipelineCheckPlant plant = new PipelineCheckPlant();
    plant.holdsStore = new CountDownLatch(1);
    FutureTask<Void> run = start(pipeline, urls(MANY), plant);
    try {
      Patience.until(() -> plant.begun.get() > most || plant.storing() && plant.isAtRest() || run.isDone(),
          "a page was being stored, which took long, but the threads before it neither wait nor go on");
      RuleBroken.unless(plant.begun.get() <= most,
          "while the first page was being stored, %d others were begun, and it would go on like that: there may be %d fetchers, %d "
              + "parsers, and %d pages between two stages, and so no more than %d may be begun. Which queue has no end? put() of one that "
              + "has waits",
          plant.begun.get() - 1, SHAPE.fetchers(), SHAPE.parsers(), SHAPE.room(), most);
    } finally {
      plant.holdsStore.countDown();
    }
    result(run);
    RuleBroken.unless(plant.storedCount() == MANY, "of %d pages %d were stored after a slow one", MANY, plant.storedCount());
  }

  private static void endsWhenAStageFails(Pipeline pipeline) throws Exception {
    for (String failing : List.of("store", "parse /3", "fetch /9")) {
      PipelineCheckPlant plant = new PipelineCheckPlant();
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
    PipelineCheckPlant plant = new PipelineCheckPlant();
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

  private static FutureTask<Void> start(Pipeline pipeline, List<String> urls, PipelineCheckPlant plant) {
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
}
