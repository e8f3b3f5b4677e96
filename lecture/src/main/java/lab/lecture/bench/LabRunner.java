package lab.lecture.bench;

import static lab.lecture.verdicts.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.LiveLine;
import lab.compare.run.SiteWarmUp;
import lab.compare.run.WarmUp;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.Others;
import lab.crawl.measure.RunRecord;
import lab.fixtures.SiteOptions;
import lab.lecture.bench.RoundsWithRepeats.Take;
import lab.lecture.verdicts.Unit;

/**
 * Where the labs measure: it serves practice sites, runs each setup in JVMs of its own, lets them take turns, and
 * verifies that all that crawled the same site by the same plan did the same work.
 */
public final class LabRunner implements AutoCloseable {
  private static final Duration SITE_WARM_UP = Duration.ofMillis(700);
  private static final Duration QUICK_SITE_WARM_UP = Duration.ofMillis(300);
  /** More crawls than a comparison's, because a "no" of worker processes counts only if they have levelled off. */
  private static final WarmUp WARM_UP = WarmUp.untilSteady(40, Duration.ofSeconds(25));
  private static final WarmUp QUICK_WARM_UP = WarmUp.untilSteady(40, Duration.ofMillis(1_500));
  private static final int JVMS = 2;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final boolean quick;
  private final CrawlContext context;
  private final TimeBudget budget;
  private final Interleaved measuring;
  private final Deque<CrawlTarget> sites = new ArrayDeque<>();
  private final Map<Setup, CrawlTimeline> drawn = new LinkedHashMap<>();
  private int repeated;
  private int mostJvms;
  private double othersPercent;

  /**
   * A runner without sites.
   *
   * @param quick whether sizes and rounds are to be small
   * @param folder for what each crawl writes
   * @param progress is told what runs just now
   * @param end until when there is time for more than what is necessary
   */
  public LabRunner(boolean quick, Path folder, LiveLine progress, Instant end) {
    this.quick = quick;
    this.context = new CrawlContext(folder.toAbsolutePath(), progress, new SameWork());
    this.budget = quick ? TimeBudget.NONE : new TimeBudget(end);
    this.measuring = new Interleaved(context, budget, quick ? QUICK_WARM_UP : WARM_UP, quick ? 1 : JVMS);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
    }
  }

  /** One size for the usual run and another for the quick one. */
  public int size(int usual, int inAHurry) {
    return quick ? inAHurry : usual;
  }

  /** Whether only a quick look is wanted. */
  public boolean isQuick() {
    return quick;
  }

  /** How many cores there are. */
  public int cores() {
    return CORES;
  }

  /**
   * How many checksum rounds keep one core of this machine busy for so long with a page of a {@code flat:} site: so that a
   * lab takes about as long on a fast machine as on a slow one.
   */
  public int checksumRounds(double millis) {
    return Calibration.checksumRounds(millis, quick);
  }

  /** Where what is measured may write; the next one may write over it. */
  public Path folder() {
    return context.folder();
  }

  /** Says on the live line what goes on; for what isn't a crawl. */
  public void says(String what) {
    context.progress().says(what);
  }

  /**
   * Serves a practice site until this runner is closed: in a JVM of its own, in a hurry in this one, which never crawls.
   *
   * @param site which, for instance {@code flat:160}
   * @param latency how long replies take, for instance {@code 50ms}
   */
  public CrawlTarget site(String site, String latency) {
    return site(SiteOptions.of(site).withLatency(latency));
  }

  /** The same with all of a site's options. */
  public CrawlTarget site(SiteOptions options) {
    context.progress().says("starting the site " + options.site());
    CrawlTarget target = quick ? CrawlTarget.here(options) : CrawlTarget.practice(options);
    sites.push(target);
    warmUp(target, options);
    return target;
  }

  /** In a hurry only the first one, because the others are served by the same code in the same JVM. */
  private void warmUp(CrawlTarget site, SiteOptions options) {
    // A rendezvous waits for others than the warm-up's.
    if (!options.site().startsWith("rendezvous:") && !(quick && sites.size() > 1)) {
      SiteWarmUp.run(site, CrawlPlan.of(site.seed()).build(), quick ? QUICK_SITE_WARM_UP : SITE_WARM_UP);
    }
  }

  /**
   * Measures setups {@linkplain Interleaved in turns}, in warm JVMs.
   *
   * @param setups what to measure, each once a round
   * @param rounds how many count; fewer if time is short, and then at least three
   */
  public Rounds measure(List<Setup> setups, int rounds) {
    return measure(setups, true, rounds, false);
  }

  /** The same; the last crawl's timelines are kept. */
  public Rounds measureRecorded(List<Setup> setups, int rounds) {
    return measure(setups, true, rounds, true);
  }

  /**
   * The same, each crawl in a JVM that does nothing else: if what counts is what a crawl proves and not how long it takes, or if the JVM's
   * start is little of that.
   */
  public Rounds measureCold(List<Setup> setups, int rounds) {
    return measure(setups, false, rounds, false);
  }

  /** The same; the last crawl's timelines are kept. */
  public Rounds measureColdRecorded(List<Setup> setups, int rounds) {
    return measure(setups, false, rounds, true);
  }

  private Rounds measure(List<Setup> setups, boolean isWarm, int rounds, boolean recorded) {
    List<Map<Setup, Crawl>> measured = kept(measuring.crawl(setups, isWarm, rounds, recorded));
    mostJvms = Math.max(mostJvms, isWarm ? jvms(measured) : 0);
    Map<Setup, List<Crawl>> crawls = new LinkedHashMap<>();
    setups.forEach(setup -> crawls.put(setup, measured.stream().map(round -> Objects.requireNonNull(round.get(setup))).toList()));
    // Of each setup the last crawl is drawn.
    crawls.forEach((setup, all) -> all.getLast().timeline().ifPresent(timeline -> drawn.put(setup, timeline)));
    return new Rounds(crawls);
  }

  /** How many JVMs of each setup these rounds came from. */
  private static int jvms(List<Map<Setup, Crawl>> rounds) {
    return (int) rounds.stream().flatMap(round -> round.values().stream()).mapToInt(crawl -> crawl.run().jvm()).distinct().count();
  }

  /**
   * Measures something that isn't a crawl several times, and again when it was disturbed.
   *
   * @param what it is, for the live line
   * @param rounds how many count
   */
  <T> List<T> measure(String what, int rounds, Supplier<T> measurement) {
    RoundsWithRepeats<T> takes = new RoundsWithRepeats<>(rounds);
    BooleanSupplier mayGoOn = () -> true;
    for (int round = 1; takes.needMore() && mayGoOn.getAsBoolean(); round++) {
      context.progress().says(what + ", round " + round);
      takes.add(Others.stolen(), measurement);
      if (round == RoundsWithRepeats.least(rounds)) {
        mayGoOn = budget.half();
      }
    }
    return kept(takes);
  }

  private <T> List<T> kept(RoundsWithRepeats<T> taken) {
    repeated += taken.repeated();
    othersPercent = Math.max(othersPercent, taken.rounds().stream().mapToDouble(Take::othersPercent).max().orElseThrow());
    return taken.rounds().stream().map(Take::value).toList();
  }

  /** A crawl in a fresh JVM that does nothing else: cold. */
  public RunRecord once(Setup setup) {
    try (SetupProcesses process = new SetupProcesses(context, List.of(setup), 1, false)) {
      return Objects.requireNonNull(process.round(1).get(setup)).run();
    }
  }

  /** Something that isn't a crawl failed: what the lab shows is not whole. */
  public void failed(String what) {
    context.sameWork().failed(what);
  }

  /** Whatever makes the figures worthless, in words; empty if all crawls did the same work and no page failed. */
  public List<String> problems() {
    return context.sameWork().problems();
  }

  /** What was verified, in words, and how undisturbed it was. */
  public String checked() {
    return context.sameWork().checked()
        + (mostJvms == 0 ? "" : " " + say(mostJvms == 1 ? "work.jvms.one" : "work.jvms.many", mostJvms))
        + (repeated == 0 ? "" : " " + say("work.repeated", repeated))
        + disturbance().map(words -> " " + say("work.even-so", words)).orElse("");
  }

  /** That the processor was taken away in rounds that count, in words; empty if hardly. */
  public Optional<String> disturbance() {
    return othersPercent > RoundsWithRepeats.DISTURBED_PERCENT
        ? Optional.of(say("work.others", Unit.PERCENT.text(othersPercent)))
        : Optional.empty();
  }

  /** The timelines that were kept. */
  public List<CrawlTimeline> timelines() {
    return List.copyOf(drawn.values());
  }

  /** Ends the sites. */
  @Override
  public void close() {
    sites.forEach(CrawlTarget::close);
  }
}
