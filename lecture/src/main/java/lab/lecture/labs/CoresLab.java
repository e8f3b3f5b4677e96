package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Probes;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/** Processes and threads on more and more cores: what they gain, what a process costs to start, and what a message costs. */
final class CoresLab implements Lab {
  private static final int COLD_STARTS = 2;

  /** What the rules go by. */
  record Measured(
      Figure cores,
      Figure processor,
      Statement workersSteady,
      Figure procsSpeedUp,
      Figure procsUtilisation,
      Figure workers,
      Figure threadsPerWorker,
      Statement sameDigest,
      Figure procsOverSync,
      Figure procsOverThreads) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("cores", 95, List.of(12, 13, 15, 16));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int cores = runner.cores();
    int checksums = runner.checksumRounds(runner.size(25, 12));
    CrawlTarget site = runner.site("flat:" + Math.max(runner.size(24, 20), 4 * cores), "0ms");
    List<Setup> procs = new ArrayList<>();
    for (int workers : upTo(cores)) {
      procs.add(Setup.of(say(workers == 1 ? "cores.workers.one" : "cores.workers.many", workers), "procs", site, workers, checksums));
    }
    Setup sync = Setup.of("sync", "sync", site, 1, checksums);
    List<Setup> pools = new ArrayList<>();
    for (int width : upTo(cores)) {
      pools.add(Setup.of(say("setup.width", "threads", width), "threads", site, width, checksums));
    }
    Setup threads = pools.getLast();
    Setup one = procs.getFirst();
    Setup all = procs.getLast();
    List<Setup> setups = new ArrayList<>(List.of(sync));
    setups.addAll(pools);
    setups.addAll(procs);
    Rounds rounds = runner.measureRecorded(setups, runner.size(5, 2));

    Probes messages = Probes.run(runner, "messages between processes", runner.size(3, 1), "messages");
    Figure message = messages.figure("micros", say("cores.message"), Unit.MICROS);
    Probes jvm = Probes.run(runner, "an idle JVM", 1, "jvm-threads");

    Measured measured = new Measured(
        Figure.of(say("figure.cores"), Unit.COUNT, cores),
        rounds.processorLeft(all, threads),
        rounds.levelledOff(all),
        rounds.speedUp(all, one),
        rounds.utilisation(all),
        rounds.seen(all, say("cores.worked"), Unit.COUNT, facts -> facts.lanesThatComputed("worker ")),
        jvm.figure("osThreads", say("cores.native"), Unit.COUNT),
        sameDigest(rounds, sync, all, message),
        rounds.speedUp(all, sync),
        rounds.elapsedRatio(threads, all));
    List<LabTable> tables = new ArrayList<>(
        List.of(rounds.table(say("cores.compute"), setups), costs(rounds.start(sync), message, measured.threadsPerWorker)));
    if (!runner.isQuick()) {
      tables.add(BreakEven.measure(runner, site, cores, checksums).table());
    }
    return new LabOutcome(
        tables,
        List.of(rounds.chart(say("chart.elapsed"), setups)),
        decide(measured));
  }

  /** One, two, four and so on, and as many as there are. */
  private static Iterable<Integer> upTo(int cores) {
    LinkedHashSet<Integer> counts = new LinkedHashSet<>();
    for (int count = 1; count < cores; count *= 2) {
      counts.add(count);
    }
    counts.add(cores);
    return counts;
  }

  private static Statement sameDigest(Rounds rounds, Setup sync, Setup procs, Figure message) {
    String digest = rounds.runs(sync).getFirst().outcome().siteDigest();
    boolean same = rounds.runs(procs).stream().allMatch(run -> run.outcome().siteDigest().equals(digest));
    return Statement.of(say("cores.digest"), same, message);
  }

  private static LabTable costs(Figure start, Figure message, Figure threads) {
    return LabTable.of(say("cores.costs"), say("column.what"), say("column.cost"))
        .row(say("cores.launch"), start)
        .row(say("cores.pipes"), message)
        .row(say("cores.idle"), threads);
  }

  /** From how much work on it pays to start processes: two amounts are measured cold, and a line is drawn through both. */
  record BreakEven(double checksums, int cores, List<Figure> light, List<Figure> heavy) {

    static BreakEven measure(LabRunner runner, CrawlTarget site, int cores, int checksums) {
      List<Figure> light = new ArrayList<>();
      List<Figure> heavy = new ArrayList<>();
      for (String variant : List.of("sync", "procs")) {
        light.add(cold(runner, Setup.of(say("cores.light", variant), variant, site, cores, 1)));
        heavy.add(cold(runner, Setup.of(say("cores.heavy", variant), variant, site, cores, checksums)));
      }
      return new BreakEven(checksums, cores, light, heavy);
    }

    private static Figure cold(LabRunner runner, Setup setup) {
      double[] values = new double[COLD_STARTS];
      for (int round = 0; round < values.length; round++) {
        values[round] = runner.once(setup).elapsedMillis();
      }
      return Figure.of(setup.label(), Unit.MILLIS, values);
    }

    LabTable table() {
      return LabTable.of(say("cores.first"), say("column.design"), say("cores.hardly"), say("cores.much"))
          .row("sync", light.getFirst(), heavy.getFirst())
          .row(say("cpu.a-core"), light.getLast(), heavy.getLast())
          .row(say("cores.from"), "", pays());
    }

    private String pays() {
      return pays(
          checksums, light.getFirst().median(), heavy.getFirst().median(), light.getLast().median(), heavy.getLast().median());
    }

    /** From how many checksum rounds on, in words; from the elapsed times without work and with so many of them. */
    static String pays(double checksums, double lightSync, double heavySync, double lightProcs, double heavyProcs) {
      double lostAtFirst = lightProcs - lightSync;
      double gained = (heavySync - lightSync) - (heavyProcs - lightProcs);
      if (lostAtFirst <= 0) {
        return heavyProcs <= heavySync ? say("cores.at-once") : say("cores.only-light");
      }
      return gained <= 0 ? say("cores.never") : Unit.COUNT.text(Math.rint(checksums * lostAtFirst / gained));
    }
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    Statement twoCores = Statement.all(m.processor.isAbove(Rounds.MORE_THAN_A_CORE), m.workersSteady);
    double cores = m.cores.median();
    Statement mostCores = Statement.all(m.processor.isAbove(75 * cores), m.workersSteady);
    return List.of(
        Finding.holdsIf(12,
            m.cores.isAbove(1).orUnsure(),
            // Two threads of one core share it: they may be busy both and gain little.
            m.procsSpeedUp.isAbove(0.6 * cores).orUnsure(),
            m.procsUtilisation.isAbove(60 * cores, 55 * cores).noOnlyIf(mostCores)),
        Finding.dependsIf(13, say("on.13"),
            m.workers.is(cores), m.threadsPerWorker.is(1)),
        Finding.holdsIf(15, m.workers.is(cores).orUnsure(), m.cores.isAbove(1).orUnsure(), m.sameDigest),
        Finding.dependsIf(16, say("on.16"),
            m.procsOverSync.isAbove(1.15, 1.05).noOnlyIf(twoCores), m.procsOverThreads.isAbove(1.5, 1.3)));
  }
}
