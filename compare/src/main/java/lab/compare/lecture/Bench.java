package lab.compare.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.compare.CrawlOrder;
import lab.compare.CrawlTimeline;
import lab.compare.Job;
import lab.compare.LiveLine;
import lab.compare.ResultFiles;
import lab.compare.SiteWarmUp;
import lab.compare.VariantProcess;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;
import lab.fixtures.SiteOptions;

/**
 * Where the labs measure: it serves practice sites, runs each setup in a fresh JVM of its own, lets them take turns, and
 * verifies that those who crawled the same site by the same plan did the same work.
 */
public final class Bench implements AutoCloseable {
  private static final Duration SITE_WARM_UP = Duration.ofMillis(700);
  private static final int WORKER_WARM_UPS = 3;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final boolean quick;
  private final Path folder;
  private final LiveLine progress;
  private final Deque<CrawlTarget> sites = new ArrayDeque<>();
  private final Map<String, RunRecord> firstOfItsKind = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final List<CrawlTimeline> drawn = new ArrayList<>();
  private int crawls;
  private int pages;

  /**
   * A bench without sites.
   *
   * @param quick whether sizes and rounds are to be small
   * @param folder for what each crawl writes
   * @param progress is told what runs just now
   */
  Bench(boolean quick, Path folder, LiveLine progress) {
    this.quick = quick;
    this.folder = folder.toAbsolutePath();
    this.progress = progress;
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
    return Calibration.checksumRounds(millis);
  }

  /** Says on the live line what goes on; for what isn't a crawl. */
  public void says(String what) {
    progress.says(what);
  }

  /**
   * Serves a practice site in a JVM of its own until this bench is closed.
   *
   * @param site which, for instance {@code flat:160}
   * @param latency how long replies take, for instance {@code 50ms}
   */
  public CrawlTarget site(String site, String latency) {
    return site(SiteOptions.of(site).withLatency(latency));
  }

  /** The same with all of a site's options. */
  public CrawlTarget site(SiteOptions options) {
    progress.says("starting the site " + options.site());
    CrawlTarget target = CrawlTarget.practice(options);
    sites.push(target);
    // A rendezvous waits for others than the warm-up's.
    if (!options.site().startsWith("rendezvous:")) {
      SiteWarmUp.run(CrawlPlan.of(target.seed()).build(), SITE_WARM_UP);
    }
    return target;
  }

  /**
   * Measures setups that take turns, so that what drifts on the machine falls on all of them alike. Each has a JVM of its own
   * from before the first round until after the last.
   *
   * @param setups what to measure, each once a round
   * @param warmUps how many crawls each makes first that don't count
   * @param rounds how many that count
   */
  public Rounds measure(List<Setup> setups, int warmUps, int rounds) {
    return measure(setups, warmUps, rounds, false);
  }

  /** The same; the last crawl's timelines are kept. */
  public Rounds measureRecorded(List<Setup> setups, int warmUps, int rounds) {
    return measure(setups, warmUps, rounds, true);
  }

  private Rounds measure(List<Setup> setups, int usualWarmUps, int rounds, boolean recorded) {
    int warmUps = size(usualWarmUps, 0);
    Map<Setup, List<RunRecord>> runs = new LinkedHashMap<>();
    Map<Setup, List<Timeline>> timelines = new HashMap<>();
    Map<Setup, VariantProcess> processes = new LinkedHashMap<>();
    try {
      for (Setup setup : setups) {
        progress.says("starting " + setup.label());
        runs.put(setup, new ArrayList<>());
        processes.put(setup, process(setup));
      }
      for (Setup setup : setups) {
        warmWorkers(setup, processes.get(setup), warmUps, recorded);
      }
      for (int round = 1 - warmUps; round <= rounds; round++) {
        for (Setup setup : turns(setups, round)) {
          RunRecord run = crawl(setup, processes.get(setup), round, recorded);
          if (round > 0) {
            runs.get(setup).add(run);
          }
          if (round > 0 && recorded) {
            Timeline timeline = ResultFiles.read(timelineFile(setup), Timeline.class);
            timelines.computeIfAbsent(setup, _ -> new ArrayList<>()).add(timeline);
            keepForDrawing(setup, timeline, processes.get(setup), round == rounds);
          }
        }
      }
    } finally {
      processes.values().forEach(VariantProcess::close);
    }
    return new Rounds(runs, timelines);
  }

  /** Each worker process sees only its share of the pages, and has code of its own to compile: it takes more to be warm. */
  private void warmWorkers(Setup setup, VariantProcess process, int warmUps, boolean recorded) {
    int crawls = setup.variant().equals("procs") ? WORKER_WARM_UPS * warmUps : 0;
    for (int crawl = 0; crawl < crawls; crawl++) {
      crawl(setup, process, 0, recorded);
    }
  }

  /** A crawl in a fresh JVM that does nothing else: cold. */
  public RunRecord once(Setup setup) {
    try (VariantProcess process = process(setup)) {
      return crawl(setup, process, 1, false);
    }
  }

  /** Each round begins with another one. */
  private static List<Setup> turns(List<Setup> setups, int round) {
    List<Setup> order = new ArrayList<>(setups);
    Collections.rotate(order, 1 - round);
    return order;
  }

  private static VariantProcess process(Setup setup) {
    Job job = new Job(setup.variant(), PlanRecord.of(setup.plan()), setup.site().record(), false);
    return new VariantProcess(job, _ -> {});
  }

  private RunRecord crawl(Setup setup, VariantProcess process, int round, boolean recorded) {
    progress.says(setup.label() + (round > 0 ? ", round " + round : ", warming up"));
    Optional<String> timeline = recorded ? Optional.of(timelineFile(setup).toString()) : Optional.empty();
    CrawlOrder order = new CrawlOrder(folder.resolve("manifest.tsv").toString(), timeline);
    RunRecord run = process.crawl(round, setup.site().site(), order);
    verify(setup, run);
    return run;
  }

  /** Only each setup's last crawl is drawn. */
  private void keepForDrawing(Setup setup, Timeline timeline, VariantProcess process, boolean isLast) {
    if (isLast) {
      drawn.add(new CrawlTimeline(setup.label(), 1, true, timeline, process.samples()));
    }
  }

  private Path timelineFile(Setup setup) {
    return folder.resolve("timeline-" + setup.label().replaceAll("[^A-Za-z0-9]+", "-") + ".json");
  }

  /** Who crawls the same site by the same plan, but for the width and the lock, must find the same. */
  private void verify(Setup setup, RunRecord run) {
    crawls++;
    pages += run.pages();
    if (!run.complete() || run.capped()) {
      problems.add(setup.label() + " did not crawl the whole site");
    }
    if (run.failed() > 0) {
      problems.add(run.failed() + " of " + run.pages() + " pages failed with " + setup.label());
    }
    String kind = setup.site().seed() + " " + setup.plan().checksumRounds();
    RunRecord first = firstOfItsKind.putIfAbsent(kind, run);
    if (first != null && !first.siteDigest().equals(run.siteDigest())) {
      problems.add(setup.label() + " found something else than " + first.variant() + " on the same site");
    }
  }

  /** Whatever makes the figures worthless, in words; empty if all crawls did the same work and no page failed. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What was verified, in words. */
  String checked() {
    return crawls == 0
        ? "No site was crawled."
        : "Checked: " + crawls + " crawls, " + pages + " pages, the same digest for the same work; "
            + (problems.isEmpty() ? "no page failed." : String.join("; ", problems) + ".");
  }

  /** The timelines that were kept. */
  List<CrawlTimeline> timelines() {
    return List.copyOf(drawn);
  }

  /** Ends the sites. */
  @Override
  public void close() {
    sites.forEach(CrawlTarget::close);
  }
}
