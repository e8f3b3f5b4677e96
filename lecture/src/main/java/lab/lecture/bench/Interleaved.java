package lab.lecture.bench;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lab.compare.run.WarmUp;

/**
 * Setups take turns, so that what drifts on the machine falls on all of them alike. Each has a JVM of its own, which is warm before its
 * first round and serves some of them: then a fresh one takes over, because how a JVM happened to compile its code stays with it. If time
 * is short there are fewer rounds, and then at least three.
 *
 * @param context what all crawls share
 * @param budget how long one may go on
 * @param warmUp before the first round of each JVM that is to be warm
 * @param jvms how many share the rounds of a setup that is to be warm; one that is to be cold has a JVM for each round
 */
record Interleaved(CrawlContext context, TimeBudget budget, WarmUp warmUp, int jvms) {

  /**
   * Measures setups.
   *
   * @param setups what to measure, each once a round
   * @param isWarm whether their JVMs are to be warm
   * @param rounds how many count
   * @param recorded whether the crawls' timelines are wanted
   */
  RoundsWithRepeats<Map<Setup, Crawl>> crawl(List<Setup> setups, boolean isWarm, int rounds, boolean recorded) {
    RoundsWithRepeats<Map<Setup, Crawl>> taken = new RoundsWithRepeats<>(rounds);
    BooleanSupplier mayGoOn = () -> true;
    int number = 1;
    for (int jvm = 1; taken.needMore() && mayGoOn.getAsBoolean(); jvm++) {
      try (SetupProcesses processes = new SetupProcesses(context, setups, jvm, recorded)) {
        if (isWarm) {
          processes.warmUp(warmUp);
        }
        int last = number + (isWarm ? Math.ceilDiv(rounds, jvms) : 1);
        do { // at least one, because the warm-up may have taken the rest of the time
          add(taken, processes.round(number));
          mayGoOn = number == RoundsWithRepeats.least(rounds) ? budget.half() : mayGoOn;
          number++;
        } while (number < last && taken.needMore() && mayGoOn.getAsBoolean());
      }
    }
    return taken;
  }

  /** A round was disturbed as much as its most disturbed crawl. */
  private static void add(RoundsWithRepeats<Map<Setup, Crawl>> taken, Map<Setup, Crawl> round) {
    taken.add(round, round.values().stream().mapToDouble(Crawl::othersPercent).max().orElseThrow());
  }
}
