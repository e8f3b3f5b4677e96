package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/**
 * The computing lab of Real Python's article on concurrency: 20 tasks that compute and hardly wait, by each design.
 *
 * <p>Source: Jim Anderson, <em>Speed Up Your Python Program With Concurrency</em>, realpython.com; figures as the lecture
 * quotes them, on 4 cores: 35.4 s one after another, 39.9 s with threads, 86.5 s with asyncio, 10.0 s with processes.
 */
final class CpuLab implements Lab {
  private static final int TASKS = 20;
  private static final double ARTICLE_SYNC = 35.4;

  /** What the rule goes by. */
  record Measured(Figure processor, Figure threadsUtilisation, Figure threadsToSync) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("cpu", 40, List.of(8));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int cores = runner.cores();
    int rounds = runner.checksumRounds(runner.size(20, 12));
    CrawlTarget site = runner.site("flat:" + TASKS, "0ms");
    Setup sync = Setup.of("sync", "sync", site, 1, rounds);
    Setup threads = Setup.of(say("setup.width", "threads", 5), "threads", site, 5, rounds);
    Setup virtual = Setup.of(say("setup.width", "virtual", 5), "virtual", site, 5, rounds);
    Setup async = Setup.of("async", "async", site, 5, rounds);
    Setup offload = Setup.of(say("cpu.offloading"), "async-offload", site, 5, rounds);
    Setup procs = Setup.of(say("cpu.a-core"), "procs", site, cores, rounds);
    List<Setup> setups = List.of(sync, threads, virtual, async, offload, procs);
    Rounds measured = runner.measure(setups, runner.size(5, 2));
    return new LabOutcome(
        List.of(measured.table(say("cpu.tasks"), setups), article(measured, sync, threads, async, procs)),
        List.of(measured.chart(say("chart.elapsed"), setups)),
        decide(new Measured(
            measured.processorLeft(threads),
            measured.utilisation(threads),
            measured.utilisation(threads).over(measured.utilisation(sync), say("figure.threads-to-sync")))));
  }

  /** The rule: more than one core's worth, and more than one thread has, whose JVM compiles its code meanwhile. */
  static List<Finding> decide(Measured m) {
    Statement twoCores = m.processor.isAbove(Rounds.MORE_THAN_A_CORE);
    return List.of(Finding.holdsIf(8,
        m.threadsUtilisation.isAbove(120, 105).noOnlyIf(twoCores), m.threadsToSync.isAbove(1.2, 1.05).noOnlyIf(twoCores)));
  }

  /** Speed-ups, for seconds of another machine can't be compared. */
  private static LabTable article(Rounds rounds, Setup sync, Setup threads, Setup async, Setup procs) {
    return LabTable.of(say("cpu.beside"), say("column.design"), say("column.here"), say("column.there"))
        .row("threads", rounds.speedUp(threads, sync), Unit.TIMES.text(ARTICLE_SYNC / 39.9))
        .row("asyncio", rounds.speedUp(async, sync), Unit.TIMES.text(ARTICLE_SYNC / 86.5))
        .row(say("article.processes"), rounds.speedUp(procs, sync), Unit.TIMES.text(ARTICLE_SYNC / 10.0));
  }
}
