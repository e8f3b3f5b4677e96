package lab.lecture.bench;

import java.nio.file.Path;
import java.util.Optional;
import lab.compare.run.CrawlOrder;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.VariantJob;
import lab.compare.run.VariantProcess;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/** One setup in a JVM that crawls as often as it is told. */
final class SetupProcess implements AutoCloseable {
  private static final int WORKER_WARM_UPS = 3;

  private final CrawlContext context;
  private final VariantProcess process;
  private final Setup setup;
  private final boolean recorded;

  /**
   * Gives a JVM this setup and does not wait until it is ready.
   *
   * @param process a JVM that has just been launched, or has done with another setup
   * @param recorded whether its crawls' timelines are wanted
   */
  SetupProcess(CrawlContext context, VariantProcess process, Setup setup, boolean recorded) {
    this.context = context;
    this.process = process;
    this.setup = setup;
    this.recorded = recorded;
    context.progress().says("starting " + setup.label());
    process.begin(new VariantJob(setup.variant(), PlanRecord.of(setup.plan()), setup.site().record(), false));
  }

  /** Waits until the JVM is ready; to be called once, before anything else. */
  void awaitReady() {
    process.awaitReady();
  }

  /** What it crawls, and how. */
  Setup setup() {
    return setup;
  }

  /** Each worker process sees only its share of the pages, and has code of its own to compile: it takes more to be warm. */
  void warmUp(int warmUps) {
    int crawls = setup.variant().equals("procs") ? (1 + WORKER_WARM_UPS) * warmUps : warmUps;
    for (int crawl = 0; crawl < crawls; crawl++) {
      run(0, ", warming up");
    }
  }

  /** Begins one crawl that doesn't count, and does not wait for it. */
  void beginWarmUp() {
    // Others may crawl at the same time.
    process.beginCrawl(order("warm-up-" + fileName()));
  }

  /** Waits until that crawl is over. */
  void awaitWarmUp() {
    context.sameWork().verify(setup, process.awaitCrawl());
  }

  /**
   * Crawls once.
   *
   * @param round which one, from 1 on
   */
  Crawl crawl(int round) {
    RunRecord run = run(round, ", round " + round);
    return new Crawl(run, recorded ? Optional.of(timeline()) : Optional.empty());
  }

  private RunRecord run(int round, String what) {
    context.progress().says(setup.label() + what);
    RunRecord run = process.crawl(1, round, setup.site().site(), order("manifest"));
    context.sameWork().verify(setup, run);
    return run;
  }

  private CrawlOrder order(String manifest) {
    Optional<String> timeline = recorded ? Optional.of(timelineFile().toString()) : Optional.empty();
    return new CrawlOrder(context.folder().resolve(manifest + ".tsv").toString(), timeline);
  }

  private CrawlTimeline timeline() {
    Timeline timeline = ResultFiles.read(timelineFile(), Timeline.class);
    return new CrawlTimeline(setup.label(), 1, true, timeline, process.samples());
  }

  private Path timelineFile() {
    return context.folder().resolve("timeline-" + fileName() + ".json");
  }

  private String fileName() {
    return setup.label().replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    process.close();
  }
}
