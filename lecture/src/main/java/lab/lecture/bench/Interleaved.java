package lab.lecture.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;
import lab.compare.run.VariantProcess;
import lab.compare.run.WarmUp;

/**
 * Setups take turns, so that what drifts on the machine falls on all of them alike. Each has a JVM of its own that is warm before its
 * first round and serves a few: then fresh ones take over, because how a JVM happened to compile its code stays with it. If time is short
 * there are fewer rounds, and then at least three.
 *
 * @param context what all crawls share
 * @param budget how long one may go on
 * @param longestWarmUp after so long no JVM begins another crawl to warm up
 * @param roundsOfJvm how many rounds a JVM serves
 */
record Interleaved(CrawlContext context, TimeBudget budget, Duration longestWarmUp, int roundsOfJvm) {

  /**
   * Measures setups.
   *
   * @param setups what to measure, each once a round
   * @param isWarm whether their JVMs are to be warm first
   * @param rounds how many count
   * @param recorded whether the crawls' timelines are wanted
   */
  RoundsWithRepeats<Map<Setup, Crawl>> crawl(List<Setup> setups, boolean isWarm, int rounds, boolean recorded) {
    RoundsWithRepeats<Map<Setup, Crawl>> taken = new RoundsWithRepeats<>(rounds);
    BooleanSupplier mayGoOn = () -> true;
    for (int number = 1; taken.needMore() && mayGoOn.getAsBoolean(); ) {
      List<SetupProcess> jvms = new ArrayList<>();
      try {
        start(jvms, setups, isWarm, recorded);
        for (int i = 0; i < roundsOfJvm && taken.needMore() && mayGoOn.getAsBoolean(); i++) {
          add(taken, jvms, number);
          mayGoOn = number == RoundsWithRepeats.least(rounds) ? budget.half() : mayGoOn;
          number++;
        }
      } finally {
        jvms.forEach(SetupProcess::close);
      }
    }
    return taken;
  }

  private void start(List<SetupProcess> jvms, List<Setup> setups, boolean isWarm, boolean recorded) {
    for (Setup setup : setups) {
      jvms.add(new SetupProcess(context, VariantProcess.launch(), setup, recorded));
      // One after the other, because how long a start takes is a figure, too.
      jvms.getLast().awaitReady();
    }
    if (isWarm) {
      warmUp(jvms);
    }
  }

  /** All at the same time: nothing is measured but their own CPU time, and most of a crawl that waits is nobody's. */
  private void warmUp(List<SetupProcess> jvms) {
    context.progress().says("warming up " + jvms.size() + (jvms.size() == 1 ? " design" : " designs"));
    WarmUp untilSteady = WarmUp.untilSteady(longestWarmUp);
    try (ForkJoinPool together = new ForkJoinPool(jvms.size())) {
      together.invoke(ForkJoinTask.adapt(() -> jvms.parallelStream().forEach(jvm -> jvm.warmUp(untilSteady))));
    }
  }

  private static void add(RoundsWithRepeats<Map<Setup, Crawl>> taken, List<SetupProcess> jvms, int number) {
    Map<Setup, Crawl> round = new HashMap<>();
    turns(jvms, number).forEach(jvm -> round.put(jvm.setup(), jvm.crawl(number)));
    taken.add(round, mostDisturbed(round.values()));
  }

  private static double mostDisturbed(Collection<Crawl> crawls) {
    return crawls.stream().mapToDouble(Crawl::othersPercent).max().orElseThrow();
  }

  /** Each round begins with another one. */
  private static List<SetupProcess> turns(List<SetupProcess> processes, int round) {
    List<SetupProcess> order = new ArrayList<>(processes);
    Collections.rotate(order, 1 - round);
    return order;
  }
}
