package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.compare.stats.Knee;
import lab.crawl.cli.CrawlTarget;
import lab.fixtures.SiteOptions;
import lab.lecture.bench.LabRunner;
import lab.lecture.bench.Rounds;
import lab.lecture.bench.Setup;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/** More and more requests in flight, up to ten thousand: by threads, virtual threads and an event loop. */
final class WidthLab implements Lab {
  private static final int WIDE = 64;
  private static final int CROWD = 1_000;
  private static final int MOST = 10_000;

  /** What the rules go by. */
  record Measured(
      Figure eightSpeedUp,
      Figure manySpeedUp,
      Figure threadsToWiderAsync,
      Figure threadsToEqualAsync,
      Figure crowdOfThreadsToAsync) {}

  @Override
  public LabInfo info() {
    return LabInfo.of("width", 115, List.of(24, 29));
  }

  @Override
  public LabOutcome run(LabRunner runner) {
    // First what is measured once in any case: the rounds that follow then know how much time is left.
    List<Part> most = new ArrayList<>(List.of(allAtOnce(runner, runner.size(MOST, CROWD))));
    if (!runner.isQuick()) {
      most.add(tenThousand(runner));
    }
    Crowd crowd = Crowd.measure(runner, runner.size(CROWD, 200), runner.size(500, 200));

    Curve curve = Curve.measure(runner, runner.size(160, 64), runner.size(10, 12));

    int lateMillis = runner.size(100, 60);
    CrawlTarget late = runner.site("flat:" + WIDE, lateMillis + "ms");
    Setup threads = Setup.of(say("setup.width", "threads", 8), "threads", late, 8);
    Setup virtual = Setup.of(say("setup.width", "virtual", 8), "virtual", late, 8);
    Setup async = Setup.of(say("setup.width", "async", 8), "async", late, 8);
    Setup wideAsync = Setup.of(say("setup.width", "async", 64), "async", late, WIDE);
    List<Setup> all = List.of(threads, virtual, async, wideAsync);
    Part parting = new Part(say("width.late", lateMillis), all, runner.measure(all, runner.size(5, 2)));

    List<Part> parts = new ArrayList<>(List.of(curve.part, parting, crowd.part));
    parts.addAll(most.reversed());
    List<LabTable> tables = new ArrayList<>(parts.stream().map(Part::table).toList());
    tables.add(1, curve.knee());
    Measured measured = new Measured(
        curve.speedUp(8),
        curve.speedUp(WIDE),
        parting.rounds.elapsedRatio(threads, wideAsync),
        parting.rounds.elapsedRatio(threads, async),
        crowd.threadsToAsync());
    return new LabOutcome(tables, parts.stream().map(Part::chart).toList(), decide(measured));
  }

  /** No page may fail. Platform threads stop before that: see lab sleepers. */
  private static Part tenThousand(LabRunner runner) {
    return eachAtItsOwn(runner, say("width.ten-thousand"),
        SiteOptions.of("flat:" + MOST).withLatency("1s"), "setup.width", MOST);
  }

  /** The proof that so many wait at the same time: nobody is answered before all have asked, and no page may fail. */
  private static Part allAtOnce(LabRunner runner, int width) {
    return eachAtItsOwn(runner, say("width.rendezvous", Unit.COUNT.text(width)),
        SiteOptions.of("rendezvous:" + width).withRendezvousTimeout(Setup.PATIENCE), "width.at-once", width);
  }

  /**
   * Each design at a site of its own: those before keep their connections, and a process may not have twenty thousand of them
   * (ulimit -n).
   */
  private static Part eachAtItsOwn(LabRunner runner, String title, SiteOptions site, String label, int width) {
    List<Setup> setups = Stream.of("virtual", "async").map(variant -> wide(variant, label, runner.site(site), width)).toList();
    return new Part(title, setups, runner.measureCold(setups, 1));
  }

  private static Setup wide(String variant, String label, CrawlTarget site, int width) {
    return Setup.of(say(label, variant, Unit.COUNT.text(width)), variant, site, width);
  }

  /** The rules. */
  static List<Finding> decide(Measured m) {
    return List.of(
        Finding.holdsIf(24, m.eightSpeedUp.isAbove(3, 2), m.manySpeedUp.isAbove(4, 3)),
        Finding.dependsIf(29, say("on.29"),
            m.threadsToWiderAsync.isAbove(2, 1.5),
            Statement.all(m.threadsToEqualAsync.isAbove(1.5, 1.25), m.crowdOfThreadsToAsync.isAbove(1.5, 1.25))));
  }

  /** More and more threads at the same site. */
  private record Curve(Part part, int pages) {
    static Curve measure(LabRunner runner, int pages, int millis) {
      CrawlTarget site = runner.site("flat:" + pages, millis + "ms");
      Stream<Integer> widths = runner.isQuick() ? Stream.of(1, 8, WIDE) : Stream.of(1, 2, 4, 8, 16, 32, WIDE);
      List<Setup> setups = widths
          .map(width -> Setup.of(say(width == 1 ? "width.threads.one" : "width.threads.many", width), "threads", site, width))
          .toList();
      String title = say("width.curve", pages, millis);
      return new Curve(new Part(title, setups, runner.measure(setups, runner.size(3, 2))), pages);
    }

    Figure speedUp(int width) {
      Setup wide = part.setups.stream().filter(setup -> setup.plan().concurrency() == width).findFirst().orElseThrow();
      return part.rounds.speedUp(wide, part.setups.getFirst());
    }

    LabTable knee() {
      List<Knee.Point> points = part.setups.stream()
          .map(setup -> new Knee.Point(setup.plan().concurrency(), pages / part.rounds.elapsed(setup).median()))
          .toList();
      return LabTable.of(say("width.knee"), say("column.what"), say("width.width"))
          .row(say("width.knee-row"), Knee.of(points)
              .map(knee -> Unit.COUNT.text(knee.value()))
              .orElse(say("width.beyond", WIDE)));
    }
  }

  /** A thread for each of many pages that wait at the same time, a virtual thread for each, and one loop for all. */
  private record Crowd(Part part, Setup threads, Setup async) {
    static Crowd measure(LabRunner runner, int width, int millis) {
      CrawlTarget site = runner.site("flat:" + width, millis + "ms");
      List<Setup> setups = Stream.of("threads", "virtual", "async").map(variant -> wide(variant, "setup.width", site, width)).toList();
      String title = say("width.crowd", Unit.COUNT.text(width), millis);
      return new Crowd(new Part(title, setups, runner.measure(setups, runner.size(3, 2))), setups.getFirst(), setups.getLast());
    }

    Figure threadsToAsync() {
      return part.rounds.elapsedRatio(threads, async);
    }
  }

  /** What was measured at the same site. */
  private record Part(String title, List<Setup> setups, Rounds rounds) {
    LabTable table() {
      return rounds.table(title, setups);
    }

    LabChart chart() {
      return rounds.chart(title, setups);
    }
  }
}
