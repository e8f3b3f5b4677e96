package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.cli.CrawlTarget;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/** The lecture's summary, measured: each design with work that computes, with fast replies, and with slow ones. */
final class MatrixLab implements Lab {
  private static final int FEW_WORKERS = 8;
  private static final List<String> ALL_BUT_PROCS = List.of("sync", "threads", "virtual", "async");
  private static final List<String> ALL = Stream.concat(ALL_BUT_PROCS.stream(), Stream.of("procs")).toList();

  /** Needing half as much time again is what "clearly ahead" means here. */
  private static final double CLEARLY = 1.5;
  private static final double NOT_CLEARLY = 1.4;

  /** What the rules go by. */
  record Measured(
      Figure processor,
      Statement workersSteady,
      Figure procsOverLockedThreads,
      Figure procsOverRivals,
      Figure threadsOverSync,
      Figure threadsOverRivals,
      Figure asyncOverSync,
      Figure asyncOverRivals) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("matrix", 215, List.of(37, 38, 39));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    int width = runner.size(32, 16);
    int count = runner.size(5, 1);
    List<String> waiting = runner.isQuick() ? ALL_BUT_PROCS : ALL;
    Column computing = column(runner, "computes", ALL, runner.site("flat:" + runner.size(20, 12), "0ms"), runner.cores(), runner.cores(),
        runner.checksumRounds(runner.size(20, 12)), count);
    Column fast = column(runner, "fast", waiting, runner.site("flat:" + runner.size(80, 40), "5ms"), width, FEW_WORKERS, 0, count);
    Column slow = column(runner, "slow", waiting, runner.site("flat:" + width, runner.size(70, 40) + "ms"), width, FEW_WORKERS, 0,
        runner.size(3, 1));
    Column locked = withLock(runner, computing, count);
    Measured measured = new Measured(
        locked.rounds.processorLeft(locked.setup("threads"), locked.setup("procs")),
        locked.rounds.levelledOff(locked.setup("procs")),
        locked.rounds.elapsedRatio(locked.setup("threads"), locked.setup("procs")),
        computing.rivalsOver("procs"),
        fast.speedUp("threads"),
        fast.rivalsOver("threads"),
        slow.speedUp("async"),
        slow.rivalsOver("async"));
    return new LabOutcome(
        List.of(summary(List.of(computing, fast, slow)), computing.table(), fast.table(), slow.table()),
        List.of(computing.chart(), fast.chart(), slow.chart()),
        decide(measured));
  }

  private static Column column(
      LabRunner runner, String name, List<String> designs, CrawlTarget site, int width, int workers, int checksums, int rounds) {
    List<Setup> setups = new ArrayList<>();
    for (String variant : designs) {
      int wide = variant.equals("sync") ? 1 : variant.equals("procs") ? workers : width;
      String label = variant.equals("sync") ? variant : say("setup.width", variant, wide);
      setups.add(Setup.of(label, variant, site, wide, checksums));
    }
    return new Column(name, setups, runner.measure(setups, rounds));
  }

  /** With the interpreter lock that the lecture's summary takes for granted. */
  private static Column withLock(LabRunner runner, Column computing, int rounds) {
    List<Setup> setups = List.of(locked(computing.setup("threads")), locked(computing.setup("procs")));
    return new Column("locked", setups, runner.measure(setups, rounds));
  }

  private static Setup locked(Setup setup) {
    return Setup.of(say("setup.lock", setup.label()), setup.variant(), setup.site(), plan ->
        plan.concurrency(setup.plan().concurrency()).checksumRounds(setup.plan().work().checksumRounds()).interpreterLock(true));
  }

  /** The rules: to be a choice, a design must be clearly better than one thread; to be the choice, than all the others. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.dependsIf(37, say("on.37"),
            m.procsOverLockedThreads.isAbove(1.15, 1.05)
                .noOnlyIf(Statement.all(m.processor.isAbove(Rounds.MORE_THAN_A_CORE), m.workersSteady)),
            m.procsOverRivals.isAbove(CLEARLY, NOT_CLEARLY)),
        Finding.dependsIf(38, say("on.38"),
            m.threadsOverSync.isAbove(CLEARLY), m.threadsOverRivals.isAbove(CLEARLY, NOT_CLEARLY)),
        Finding.dependsIf(39, say("on.39"),
            m.asyncOverSync.isAbove(CLEARLY), m.asyncOverRivals.isAbove(CLEARLY, NOT_CLEARLY)));
  }

  private static LabTable summary(List<Column> columns) {
    LabTable table = LabTable.of(say("matrix.summary"),
        say("column.design"), say("matrix.computes"), say("matrix.fast"), say("matrix.slow"), say("matrix.rss"), say("matrix.start"));
    Rounds rounds = columns.getFirst().rounds;
    for (Setup setup : columns.getFirst().setups) {
      List<String> cells = columns.stream().map(column -> column.cell(setup.variant())).toList();
      table.row(setup.variant(), cells.get(0), cells.get(1), cells.get(2),
          Unit.MEGABYTES.text(rounds.memory(setup).median()), Unit.MILLIS.text(rounds.start(setup).median()));
    }
    return table;
  }

  /** One kind of work, by the end of the key of its name. */
  private record Column(String name, List<Setup> setups, Rounds rounds) {
    Setup setup(String variant) {
      return find(variant).orElseThrow();
    }

    private Optional<Setup> find(String variant) {
      return setups.stream().filter(setup -> setup.variant().equals(variant)).findFirst();
    }

    Figure speedUp(String variant) {
      return rounds.speedUp(setup(variant), setup("sync"));
    }

    /** The quickest rival's elapsed ÷ this one's, round by round; of rivals, the one with the lowest median. */
    Figure rivalsOver(String variant) {
      Setup own = setup(variant);
      Setup rival = setups.stream()
          .filter(setup -> setup != own)
          .min(Comparator.comparingDouble(this::median))
          .orElseThrow();
      return rounds.elapsedRatio(rival, own);
    }

    private double median(Setup setup) {
      return rounds.elapsed(setup).median();
    }

    String cell(String variant) {
      return find(variant).map(this::cell).orElse(say("matrix.none"));
    }

    private String cell(Setup setup) {
      boolean wins = setups.stream().allMatch(other -> median(setup) <= median(other));
      return Unit.MILLIS.text(median(setup)) + ", " + Unit.PERCENT.text(rounds.utilisation(setup).median()) + (wins ? " ★" : "");
    }

    LabTable table() {
      return rounds.table(say("matrix.title." + name), setups);
    }

    LabChart chart() {
      return rounds.chart(say("matrix." + name), setups);
    }
  }
}
