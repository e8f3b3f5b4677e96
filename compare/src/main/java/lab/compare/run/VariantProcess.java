package lab.compare.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.Json;
import lab.crawl.measure.Others;
import lab.crawl.measure.ProcessWatch;
import lab.crawl.measure.RunRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteTotals;

/** One {@link VariantRun}, seen from the comparison: a fresh JVM in which one variant crawls, and what it uses. */
public final class VariantProcess implements AutoCloseable {
  private final ChildJvm jvm;
  private final ProcessWatch watch;
  private final Consumer<PagesDone> progress;
  private String variant = "without a job";

  private VariantProcess(Consumer<PagesDone> progress, Optional<Path> recording) {
    this.progress = progress;
    this.jvm = ChildJvm.start(VariantRun.class, recording.map(Path::toString).stream().toArray(String[]::new));
    this.watch = new ProcessWatch(new ClientProcesses(jvm.handle(), Optional.empty()));
    watch.pause();
  }

  /** Starts a JVM and does not wait for it: so several can start at the same time. */
  public static VariantProcess launch() {
    return new VariantProcess(_ -> {}, Optional.empty());
  }

  /**
   * Starts a JVM and waits until its crawler is ready.
   *
   * @param progress is told how far each crawl has come, if the job says that somebody watches
   */
  public static VariantProcess started(VariantJob job, Consumer<PagesDone> progress) {
    return started(job, progress, Optional.empty());
  }

  /**
   * The same.
   *
   * @param recording the file into which the JVM's Flight Recorder writes when it ends; empty if it isn't to
   */
  static VariantProcess started(VariantJob job, Consumer<PagesDone> progress, Optional<Path> recording) {
    VariantProcess process = new VariantProcess(progress, recording);
    try {
      process.begin(job);
      process.awaitReady();
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Gives the JVM a job, its first or another one, whose crawler then takes the place of the one before. */
  public void begin(VariantJob job) {
    variant = job.variant();
    jvm.tell(VariantRun.JOB + Json.line(job));
  }

  /** Waits until the crawler is ready; to be called once after {@link #begin}, before the first crawl. */
  public void awaitReady() {
    answer();
  }

  /**
   * Crawls once.
   *
   * @param number which of the variant's JVMs this is, from 1 on
   * @param round which round the crawl belongs to; 0 if to none
   * @param site counts what it serves from now until the crawl is over; empty for a real site
   * @param order the files for what comes of it
   */
  public RunRecord crawl(int number, int round, Optional<PracticeSite> site, CrawlOrder order) {
    site.ifPresent(PracticeSite::reset);
    watch.reset();
    Optional<Others> others = Others.besideThisLab();
    beginCrawl(order);
    RunRecord run = awaitCrawl();
    Optional<SiteTotals> counts = site.map(PracticeSite::totals);
    RunRecord observed = run.observed(number, round, counts, watch.peak(), others);
    watch.pause();
    return observed;
  }

  /** Begins a crawl that nobody watches, and does not wait for it; perhaps even before the crawler is ready. */
  public void beginCrawl(CrawlOrder order) {
    jvm.tell(Json.line(order));
  }

  /** Waits until the crawl that was begun is over. */
  public RunRecord awaitCrawl() {
    return Json.read(answer(), RunRecord.class);
  }

  /** Has a copy that opens in a browser made of what the last crawl has written, if it was told to: nothing is measured any more. */
  public void makeCopy() {
    jvm.tell(VariantRun.COPY);
    answer();
  }

  /** How busy the client was during the last crawl, as somebody outside saw it. */
  public List<ProcessWatch.Sample> samples() {
    return watch.samples();
  }

  private String answer() {
    try {
      return jvm.answer(this::hear);
    } catch (IOException e) {
      throw new UncheckedIOException("variant " + variant + " failed: " + e.getMessage(), e);
    }
  }

  private void hear(String line) {
    if (line.startsWith(VariantRun.PROGRESS)) {
      progress.accept(Json.read(line.substring(VariantRun.PROGRESS.length()), PagesDone.class));
    } else {
      System.err.println(line);
    }
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    watch.close();
    jvm.close();
  }
}
