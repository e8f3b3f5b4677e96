package lab.lecture.bench;

import static lab.lecture.verdicts.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lab.crawl.measure.RunRecord;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;

/** What the crawls of some setups gave, which took turns in rounds. */
public final class Rounds {
  /** So much processor time there must be for a second core to show; in percent, 100 is one core. */
  public static final double MORE_THAN_A_CORE = 150;

  private final Map<Setup, List<Crawl>> crawls;

  /**
   * The crawls that count.
   *
   * @param crawls as many for each setup as there were rounds, in their order
   */
  Rounds(Map<Setup, List<Crawl>> crawls) {
    this.crawls = Map.copyOf(crawls);
  }

  /** The measured crawls of a setup, in the order of the rounds. */
  public List<RunRecord> runs(Setup setup) {
    return crawls.get(setup).stream().map(Crawl::run).toList();
  }

  /** Something that can be seen in the timelines of a setup's crawls, which must have been recorded. */
  public Figure seen(Setup setup, String name, Unit unit, ToDoubleFunction<TimelineFacts> value) {
    return new Figure(name, unit, crawls.get(setup).stream()
        .map(crawl -> new TimelineFacts(crawl.timeline().orElseThrow().timeline()))
        .map(value::applyAsDouble)
        .toList());
  }

  /** Any figure of a setup's crawls. */
  public Figure figure(Setup setup, String name, Unit unit, ToDoubleFunction<RunRecord> value) {
    return new Figure(say("figure.of", name, setup.quoted()), unit, runs(setup).stream().map(value::applyAsDouble).toList());
  }

  /**
   * How much processor time there was to be had while these were measured, by the one who had least of it in each round;
   * 100 % is one core. It is less than the machine has cores if other programs, or the host of a virtual machine, took some.
   */
  public Figure processorLeft(Setup... setups) {
    List<Double> values = new ArrayList<>();
    for (int round = 0; round < crawls.get(setups[0]).size(); round++) {
      int index = round;
      double others = Stream.of(setups).mapToDouble(setup -> crawls.get(setup).get(index).othersPercent()).max().orElseThrow();
      values.add(100.0 * Runtime.getRuntime().availableProcessors() - others);
    }
    return new Figure(say("figure.processor-left"), Unit.PERCENT, values);
  }

  /**
   * Whether these were warm when they were measured: else whoever has more code to compile, as several processes have, looks slower than it
   * is.
   */
  public Statement levelledOff(Setup... setups) {
    boolean areSteady = Stream.of(setups).flatMap(setup -> crawls.get(setup).stream()).allMatch(Crawl::isSteady);
    return Statement.of(say("figure.levelled-off"), areSteady);
  }

  /** From begin to end of each crawl. */
  public Figure elapsed(Setup setup) {
    return figure(setup, say("figure.elapsed"), Unit.MILLIS, RunRecord::elapsedMillis);
  }

  /** Client CPU ÷ elapsed; 100 % is one core busy all the time. */
  public Figure utilisation(Setup setup) {
    return figure(setup, say("figure.utilisation"), Unit.PERCENT, run -> run.client().utilisationPercent());
  }

  /** Most requests at a time, as the server saw it. */
  public Figure inFlight(Setup setup) {
    return figure(setup, say("figure.in-flight"), Unit.COUNT, run -> run.server().peakInFlight().orElseThrow());
  }

  /** Requests that the server counted. */
  public Figure requests(Setup setup) {
    return figure(setup, say("figure.requests"), Unit.COUNT, run -> run.server().requests().orElseThrow());
  }

  /** Most operating-system threads of the client at a time. */
  public Figure threads(Setup setup) {
    return figure(setup, say("figure.os-threads"), Unit.COUNT, run -> run.client().peakThreads());
  }

  /** Platform threads that the variant made for itself, by their names; not those of the JVM, and not the one that called it. */
  public Figure ownThreads(Setup setup) {
    return figure(setup, say("figure.own-threads"), Unit.COUNT, run -> run.client().crawlerThreads());
  }

  /** Most memory of the client at a time. */
  public Figure memory(Setup setup) {
    return figure(setup, say("figure.memory"), Unit.MEGABYTES, run -> run.client().peakRssBytes() / 1e6);
  }

  /** From the launch of a JVM to the begin of its first crawl, one value a JVM. */
  public Figure start(Setup setup) {
    Map<Integer, Double> byJvm = new LinkedHashMap<>();
    runs(setup).forEach(run -> byJvm.put(run.jvm(), run.startMillis()));
    return new Figure(say("figure.of", say("figure.start"), setup.quoted()), Unit.MILLIS, List.copyOf(byJvm.values()));
  }

  /** Pages that failed. */
  public Figure failed(Setup setup) {
    return figure(setup, say("figure.failed"), Unit.COUNT, run -> run.outcome().failed());
  }

  /** How many times as fast as another setup, round by round. */
  public Figure speedUp(Setup setup, Setup yardstick) {
    return elapsed(yardstick).over(elapsed(setup), say("figure.speed-up", setup.quoted(), yardstick.quoted()));
  }

  /** A row of the usual figures for each setup; speed-ups are told against the first one. */
  public LabTable table(String title, List<Setup> setups) {
    LabTable table = LabTable.of(title, say("column.design"), say("column.elapsed"), say("column.speed-up"), say("column.utilisation"),
        say("column.in-flight"), say("column.os-threads"), say("column.rss"), say("column.failed"));
    for (Setup setup : setups) {
      table.row(setup.label(), elapsed(setup), speedUp(setup, setups.getFirst()), utilisation(setup), inFlight(setup),
          threads(setup), memory(setup), failed(setup));
    }
    return table;
  }

  /** A bar of the elapsed time for each setup. */
  public LabChart chart(String title, List<Setup> setups) {
    LabChart chart = LabChart.of(title);
    setups.forEach(setup -> chart.bar(setup.label(), elapsed(setup)));
    return chart;
  }

  /** How many times as long as another setup, round by round. */
  public Figure elapsedRatio(Setup setup, Setup yardstick) {
    return elapsed(setup).over(elapsed(yardstick), say("figure.elapsed-ratio", setup.quoted(), yardstick.quoted()));
  }
}
