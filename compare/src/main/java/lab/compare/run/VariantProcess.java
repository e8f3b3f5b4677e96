package lab.compare.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.Json;
import lab.crawl.measure.JvmStart;
import lab.crawl.measure.Others;
import lab.crawl.measure.ProcessWatch;
import lab.crawl.measure.RunRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteTotals;

/** One {@link VariantRun}, seen from the comparison: a fresh JVM in which one variant crawls, and what it uses. */
public final class VariantProcess implements AutoCloseable {
  private static final int END_SECONDS = 10;

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;
  private final ProcessWatch watch;
  private final Consumer<PagesDone> progress;
  private String variant = "without a job";

  private VariantProcess(Process process, Consumer<PagesDone> progress) {
    this.process = process;
    this.progress = progress;
    this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.watch = new ProcessWatch(new ClientProcesses(process.toHandle(), Optional.empty()));
    watch.pause();
  }

  /** Starts a JVM and does not wait for it: so several can start at the same time. */
  public static VariantProcess launch() {
    return new VariantProcess(start(), _ -> {});
  }

  /**
   * Starts a JVM and waits until its crawler is ready.
   *
   * @param progress is told how far each crawl has come, if the job says that somebody watches
   */
  public static VariantProcess started(VariantJob job, Consumer<PagesDone> progress) {
    VariantProcess process = new VariantProcess(start(), progress);
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
    orders.println(VariantRun.JOB + Json.line(job));
  }

  /** Waits until the crawler is ready; to be called once after {@link #begin}, before the first crawl. */
  public void awaitReady() {
    answer();
  }

  private static Process start() {
    try {
      return new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command().getFirst() + ": " + e.getMessage(), e);
    }
  }

  /** The same JVM options as this JVM has: so {@code -DjvmArgs} reaches every variant. */
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + JvmStart.LAUNCHED_AT + "=" + System.currentTimeMillis());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), VariantRun.class.getName()));
    return command;
  }

  /**
   * Crawls once.
   *
   * @param jvm which of the variant's JVMs this is, from 1 on
   * @param round which round the crawl belongs to; 0 if to none
   * @param site counts what it serves from now until the crawl is over; empty for a real site
   * @param order the files for what comes of it
   */
  public RunRecord crawl(int jvm, int round, Optional<PracticeSite> site, CrawlOrder order) {
    site.ifPresent(PracticeSite::reset);
    watch.reset();
    Optional<Others> others = Others.besideThisLab();
    beginCrawl(order);
    RunRecord run = awaitCrawl();
    Optional<SiteTotals> counts = site.map(PracticeSite::totals);
    RunRecord observed = run.observed(jvm, round, counts, watch.peak(), others);
    watch.pause();
    return observed;
  }

  /** Begins a crawl that nobody watches, and does not wait for it; perhaps even before the crawler is ready. */
  public void beginCrawl(CrawlOrder order) {
    orders.println(Json.line(order));
  }

  /** Waits until the crawl that was begun is over. */
  public RunRecord awaitCrawl() {
    return Json.read(answer(), RunRecord.class);
  }

  /** How busy the client was during the last crawl, as somebody outside saw it. */
  public List<ProcessWatch.Sample> samples() {
    return watch.samples();
  }

  private String answer() {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(VariantRun.ANSWER)) {
          return line.substring(VariantRun.ANSWER.length());
        }
        if (line.startsWith(VariantRun.PROGRESS)) {
          progress.accept(Json.read(line.substring(VariantRun.PROGRESS.length()), PagesDone.class));
        } else {
          System.err.println(line);
        }
      }
      throw new IOException("its JVM ended; what it printed is above");
    } catch (IOException e) {
      throw new UncheckedIOException("variant " + variant + " failed: " + e.getMessage(), e);
    }
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    watch.close();
    orders.close();
    try {
      if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
