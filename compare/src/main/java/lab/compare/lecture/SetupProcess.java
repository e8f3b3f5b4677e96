package lab.compare.lecture;

import java.nio.file.Path;
import java.util.Optional;
import lab.compare.CrawlOrder;
import lab.compare.CrawlTimeline;
import lab.compare.Job;
import lab.compare.LiveLine;
import lab.compare.ResultFiles;
import lab.compare.VariantProcess;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/** One setup in a fresh JVM of its own, which crawls as often as it is told. */
final class SetupProcess implements AutoCloseable {
  private static final int WORKER_WARM_UPS = 3;

  private final Setup setup;
  private final boolean recorded;
  private final Path folder;
  private final LiveLine progress;
  private final SameWork sameWork;
  private final VariantProcess process;

  /**
   * Starts the JVM and does not wait for it.
   *
   * @param recorded whether its crawls' timelines are wanted
   * @param folder for what each crawl writes
   * @param progress is told what runs just now
   * @param sameWork sees each crawl
   */
  SetupProcess(Setup setup, boolean recorded, Path folder, LiveLine progress, SameWork sameWork) {
    this.setup = setup;
    this.recorded = recorded;
    this.folder = folder;
    this.progress = progress;
    this.sameWork = sameWork;
    progress.says("starting " + setup.label());
    Job job = new Job(setup.variant(), PlanRecord.of(setup.plan()), setup.site().record(), false);
    this.process = VariantProcess.launch(job);
  }

  /** Waits until the JVM has started; to be called once, before anything else. */
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
    progress.says(setup.label() + what);
    Optional<String> timeline = recorded ? Optional.of(timelineFile().toString()) : Optional.empty();
    CrawlOrder order = new CrawlOrder(folder.resolve("manifest.tsv").toString(), timeline);
    RunRecord run = process.crawl(round, setup.site().site(), order);
    sameWork.verify(setup, run);
    return run;
  }

  private CrawlTimeline timeline() {
    Timeline timeline = ResultFiles.read(timelineFile(), Timeline.class);
    return new CrawlTimeline(setup.label(), 1, true, timeline, process.samples());
  }

  private Path timelineFile() {
    return folder.resolve("timeline-" + setup.label().replaceAll("[^A-Za-z0-9]+", "-") + ".json");
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    process.close();
  }
}
