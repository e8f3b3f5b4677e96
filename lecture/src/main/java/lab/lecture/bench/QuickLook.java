package lab.lecture.bench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.compare.run.VariantProcess;
import lab.compare.run.Variants;
import lab.crawl.measure.Others;

/**
 * One setup after the other, and those of variants that share code in the same JVM: for most of a short lab would be starting JVMs, and
 * compiling the same code in each. What drifts on the machine shows in the figures, then, and a setup's memory and operating-system
 * threads are what those before it left, too.
 */
final class QuickLook implements Schedule {
  /** Starts workers for each setup, so that its JVM's being warm says little. */
  private static final String PROCS = "procs";

  private final CrawlContext context;
  private final Map<String, VariantProcess> jvms = new LinkedHashMap<>();
  private final Set<String> warmVariants = new HashSet<>();

  QuickLook(CrawlContext context) {
    this.context = context;
  }

  @Override
  public Map<Setup, RoundsWithRepeats<Crawl>> crawl(List<Setup> setups, int warmUps, int rounds, boolean recorded) {
    Map<Setup, SetupProcess> fresh = launchMissing(setups, warmUps, recorded);
    Map<Setup, RoundsWithRepeats<Crawl>> takes = new LinkedHashMap<>();
    for (Setup setup : setups) {
      // Not closed: the JVM goes on with the next setup.
      takes.put(setup, takes(fresh.containsKey(setup) ? fresh.get(setup) : next(setup, warmUps, recorded), rounds));
    }
    return takes;
  }

  /** The JVMs that there must be start and warm up all together: nothing is measured yet. */
  private Map<Setup, SetupProcess> launchMissing(List<Setup> setups, int warmUps, boolean recorded) {
    Map<Setup, SetupProcess> fresh = new LinkedHashMap<>();
    for (Setup setup : setups) {
      String where = Variants.packageOf(setup.variant());
      if (!jvms.containsKey(where)) {
        jvms.put(where, VariantProcess.launch());
        fresh.put(setup, process(setup, recorded));
      }
    }
    List<SetupProcess> warming = fresh.values().stream().filter(process -> isToWarmUp(process.setup(), warmUps)).toList();
    warming.forEach(SetupProcess::beginWarmUp);
    fresh.values().forEach(SetupProcess::awaitReady);
    context.progress().says("warming up all of them");
    warming.forEach(SetupProcess::awaitWarmUp);
    return fresh;
  }

  /** A setup in a JVM that has done with another one. */
  private SetupProcess next(Setup setup, int warmUps, boolean recorded) {
    SetupProcess process = process(setup, recorded);
    process.awaitReady();
    if (isToWarmUp(setup, warmUps)) {
      process.warmUp(1);
    }
    return process;
  }

  /** Once for each variant. */
  private boolean isToWarmUp(Setup setup, int warmUps) {
    return warmUps > 0 && !setup.variant().equals(PROCS) && warmVariants.add(setup.variant());
  }

  private SetupProcess process(Setup setup, boolean recorded) {
    return new SetupProcess(context, jvms.get(Variants.packageOf(setup.variant())), setup, recorded);
  }

  private static RoundsWithRepeats<Crawl> takes(SetupProcess process, int rounds) {
    RoundsWithRepeats<Crawl> takes = new RoundsWithRepeats<>(rounds);
    for (int round = 1; round <= rounds; round++) {
      int number = round;
      takes.add(Others.besideThisLab().orElseGet(Others::stolen), () -> process.crawl(number));
    }
    return takes;
  }

  @Override
  public void close() {
    jvms.values().forEach(VariantProcess::close);
  }
}
