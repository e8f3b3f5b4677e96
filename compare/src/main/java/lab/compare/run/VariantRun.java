package lab.compare.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Variant;
import lab.crawl.Visit;
import lab.crawl.WholeFile;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.EndWithParent;
import lab.crawl.cli.ExitCode;
import lab.crawl.copy.BrowsableCopy;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.CrawlBound;
import lab.crawl.measure.FlightRecording;
import lab.crawl.measure.Json;
import lab.crawl.measure.JvmStart;
import lab.crawl.measure.LowerBound;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.RunRecord;
import lab.crawl.stage.SiteFolder;

/**
 * The measured JVM: one variant, crawling as often as it is told, cold the first time and warm from then on.
 *
 * <p>It reads lines on standard input: {@value #JOB} and a {@link VariantJob}, then a {@link CrawlOrder} for each crawl, and perhaps
 * another job, or {@value #COPY} after a crawl. It answers each with one line on standard output that begins with
 * {@value ChildJvm#ANSWER}: a {@link RunRecord} to an order, {@value #READY} to the others. Meanwhile it may say how far it has come, on
 * lines that begin with {@value #PROGRESS}. It ends when its input ends, or when the process that started it does.
 */
public final class VariantRun {
  /** Begins each line that holds a {@link VariantJob}. */
  static final String JOB = "job: ";

  /** Begins each line that holds {@link PagesDone}. */
  static final String PROGRESS = "progress: ";

  static final String READY = "ready";

  /** Asks for a copy of what the last crawl has written. */
  static final String COPY = "copy";

  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final BufferedReader orders;
  private final PrintStream answers;
  private Optional<Duration> start = Optional.empty();
  private int crawls;
  /** What the last crawl has written, if it has written anything. */
  private Optional<CrawlResult> written = Optional.empty();

  private VariantRun(BufferedReader orders, PrintStream answers) {
    this.orders = orders;
    this.answers = answers;
  }

  /**
   * Serves the comparison that started it.
   *
   * @param args the file into which Flight Recorder is to write when this JVM ends; or none
   */
  public static void main(String[] args) throws IOException {
    EndWithParent.always();
    if (args.length > 0) {
      FlightRecording.begin(Path.of(args[0]));
    }
    PrintStream answers = System.out;
    // Standard output belongs to the comparison: what anything else prints goes to the terminal.
    System.setOut(System.err);
    try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      new VariantRun(orders, answers).serve();
    } catch (RuntimeException e) {
      System.err.println(CommandRunner.unusable(e).orElseThrow(() -> e));
      System.exit(ExitCode.FAILURES);
    }
    // Not a return: a variant's thread that lives on must not keep the lab from going on.
    System.exit(0);
  }

  private void serve() throws IOException {
    String line = orders.readLine();
    while (line != null) {
      line = serve(Json.read(line.substring(JOB.length()), VariantJob.class));
    }
  }

  /** Until the next job, whose line it returns, or the end, which is null. */
  private String serve(VariantJob job) throws IOException {
    Variant variant = Variants.forLab(job.variant());
    CrawlPlan plan = job.plan().toPlan();
    try (Crawler crawler = variant.newCrawler(plan)) {
      start = start.or(() -> Optional.of(JvmStart.ago()));
      answers.println(ChildJvm.ANSWER + READY);
      String line = orders.readLine();
      while (line != null && !line.startsWith(JOB)) {
        answers.println(ChildJvm.ANSWER + (line.equals(COPY) ? copy(plan) : crawl(crawler, variant, job, plan, line)));
        line = orders.readLine();
      }
      return line;
    }
  }

  private String crawl(Crawler crawler, Variant variant, VariantJob job, CrawlPlan plan, String line) throws IOException {
    CrawlOrder order = Json.read(line, CrawlOrder.class);
    MeasuredCrawl crawl = crawl(crawler, job, order);
    written = plan.work().out().map(_ -> crawl.result());
    String digest = write(crawl, order);
    Optional<LowerBound> bound = CrawlBound.of(crawl, job.site().leastLatency(), variant, plan);
    return Json.line(RunRecord.of(job.variant(), ++crawls, start.orElseThrow().toMillis(), crawl, digest, bound));
  }

  private String copy(CrawlPlan plan) {
    written.ifPresent(result -> new BrowsableCopy(new SiteFolder(plan.work().out().orElseThrow(), plan.seed()), result).make(false));
    return READY;
  }

  private MeasuredCrawl crawl(Crawler crawler, VariantJob job, CrawlOrder order) {
    CrawlListener listener = job.watched() ? new Progress(answers) : CrawlListener.NONE;
    ClientProcesses client = ClientProcesses.ofThis();
    return order.timeline().isPresent()
        ? MeasuredCrawl.recorded(crawler, listener, client)
        : MeasuredCrawl.of(crawler, listener, client);
  }

  /** Gives the site digest. */
  private static String write(MeasuredCrawl crawl, CrawlOrder order) {
    crawl.recording().ifPresent(recording ->
        WholeFile.write(Path.of(order.timeline().orElseThrow()), Json.line(recording.timeline())));
    return crawl.result().manifest().writeTo(Path.of(order.manifest()));
  }

  /** Says how far the crawl has come, five times a second at most. */
  private static final class Progress implements CrawlListener {
    private final PrintStream answers;
    private long lastSaid = System.nanoTime();

    Progress(PrintStream answers) {
      this.answers = answers;
    }

    @Override
    public void visited(Visit visit, int visited, int known) {
      long now = System.nanoTime();
      if (now - lastSaid >= PROGRESS_NANOS) {
        lastSaid = now;
        answers.println(PROGRESS + Json.line(new PagesDone(visited, known)));
      }
    }
  }
}
