package lab.lecture.bench;

import java.nio.file.Path;
import java.util.Optional;
import lab.compare.run.CrawlOrder;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.VariantJob;
import lab.compare.run.VariantProcess;
import lab.compare.run.WarmUp;
import lab.crawl.measure.Others;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/** One setup in a JVM that crawls as often as it is told. */
final class SetupProcess implements AutoCloseable {
  private final CrawlContext context;
  private final VariantProcess process;
  private final Setup setup;
  private final int number;
  private final boolean recorded;
  private boolean isSteady;

  private SetupProcess(CrawlContext context, VariantProcess process, Setup setup, int number, boolean recorded) {
    this.context = context;
    this.process = process;
    this.setup = setup;
    this.number = number;
    this.recorded = recorded;
  }

  /**
   * Launches a JVM for a setup, and does not wait until it is ready.
   *
   * @param number which of the setup's JVMs this is, from 1 on
   * @param recorded whether its crawls' timelines are wanted
   */
  static SetupProcess launch(CrawlContext context, Setup setup, int number, boolean recorded) {
    VariantJob job = new VariantJob(setup.variant(), PlanRecord.of(setup.plan()), setup.site().record(), false);
    context.progress().says("starting " + setup.label());
    SetupProcess launched = new SetupProcess(context, VariantProcess.launch(), setup, number, recorded);
    launched.process.begin(job);
    return launched;
  }

  /** Waits until the JVM is ready; to be called once, before anything else. */
  void awaitReady() {
    process.awaitReady();
  }

  /** What it crawls, and how. */
  Setup setup() {
    return setup;
  }

  /** Crawls cold, and then until it is warm; others may do so at the same time. */
  void warmUp(WarmUp warmUp) {
    crawlUnwatched();
    isSteady = WarmUp.isSteady(warmUp.run(this::crawlUnwatched));
  }

  private RunRecord crawlUnwatched() {
    process.beginCrawl(order("warm-up-" + fileName()));
    RunRecord run = process.awaitCrawl();
    context.sameWork().verify(setup, run);
    return run;
  }

  /**
   * Crawls once.
   *
   * @param round which one, from 1 on
   */
  Crawl crawl(int round) {
    context.progress().says(setup.label() + ", round " + round);
    Others others = Others.besideThisLab().orElseGet(Others::stolen);
    RunRecord run = process.crawl(number, round, setup.site().site(), order("manifest"));
    double othersPercent = others.percentOfOneCore();
    context.sameWork().verify(setup, run);
    return new Crawl(run, recorded ? Optional.of(timeline()) : Optional.empty(), othersPercent, isSteady);
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
