package lab.lecture.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lab.compare.run.VariantProcess;
import lab.crawl.measure.Others;

/**
 * Setups take turns, so that what drifts on the machine falls on all of them alike. Each has a JVM of its own from before the
 * first round until after the last. If time is short there are fewer rounds, and then at least three.
 */
final class Interleaved implements Schedule {
  private final CrawlContext context;
  private final TimeBudget budget;

  Interleaved(CrawlContext context, TimeBudget budget) {
    this.context = context;
    this.budget = budget;
  }

  @Override
  public Map<Setup, RoundsWithRepeats<Crawl>> crawl(List<Setup> setups, int warmUps, int rounds, boolean recorded) {
    List<SetupProcess> processes = new ArrayList<>();
    try {
      for (Setup setup : setups) {
        processes.add(new SetupProcess(context, VariantProcess.launch(), setup, recorded));
        // One after the other, for how long a start takes is a figure, too.
        processes.getLast().awaitReady();
      }
      processes.forEach(process -> process.warmUp(warmUps));
      return inTurns(processes, rounds);
    } finally {
      processes.forEach(SetupProcess::close);
    }
  }

  /** As many rounds as there must be; then, while there is time, those who need more. */
  private Map<Setup, RoundsWithRepeats<Crawl>> inTurns(List<SetupProcess> processes, int rounds) {
    Map<Setup, RoundsWithRepeats<Crawl>> takes = new LinkedHashMap<>();
    processes.forEach(process -> takes.put(process.setup(), new RoundsWithRepeats<>(rounds)));
    BooleanSupplier mayGoOn = () -> true;
    for (int round = 1; mayGoOn.getAsBoolean() && takes.values().stream().anyMatch(RoundsWithRepeats::needMore); round++) {
      for (SetupProcess process : turns(processes, round)) {
        RoundsWithRepeats<Crawl> own = takes.get(process.setup());
        if (own.needMore() && mayGoOn.getAsBoolean()) {
          int number = round;
          own.add(Others.besideThisLab().orElseGet(Others::stolen), () -> process.crawl(number));
        }
      }
      if (round == RoundsWithRepeats.least(rounds)) {
        mayGoOn = budget.half();
      }
    }
    return takes;
  }

  /** Each round begins with another one. */
  private static List<SetupProcess> turns(List<SetupProcess> processes, int round) {
    List<SetupProcess> order = new ArrayList<>(processes);
    Collections.rotate(order, 1 - round);
    return order;
  }

  /** Nothing: the JVMs end with their last round. */
  @Override
  public void close() {}
}
