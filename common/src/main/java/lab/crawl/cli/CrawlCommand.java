package lab.crawl.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Manifest;
import lab.crawl.Variant;
import lab.crawl.Visit;
import lab.crawl.WholeFile;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.CrawlBound;
import lab.crawl.measure.Json;
import lab.crawl.measure.JvmStart;
import lab.crawl.measure.LowerBound;
import lab.crawl.measure.Machine;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.Others;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.ProcessWatch;
import lab.crawl.measure.RunFile;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Trace;
import lab.crawl.state.JournalFile;
import lab.crawl.state.StateFolder;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteTotals;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command line of one variant: crawls once and prints what it took. A variant's main class extends this with its name,
 * its description and the options that only it has.
 */
public abstract class CrawlCommand implements Callable<Integer> {
  @Mixin private CrawlOptions options;

  @Mixin private StateOptions state;

  @Mixin private WhyOptions why;

  @Mixin private CopyOptions copy;

  @Option(names = "--manifest", paramLabel = "FILE", description = "Write the manifest: one line per URL, sorted.")
  private Optional<Path> manifest = Optional.empty();

  @Mixin private WarcOption warc = new WarcOption();

  @Option(names = "--json", paramLabel = "FILE", description = "Write this run's record as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--trace", paramLabel = "FILE",
      description = "Write a timeline of this run, to be opened in ui.perfetto.dev or chrome://tracing.")
  private Optional<Path> trace = Optional.empty();

  @Mixin private FlightOption flight = new FlightOption();

  /** The design that was asked for. */
  protected abstract Variant variant();

  /** The listener of the crawl: a command that has to do with what happens in a crawl puts itself before the usual one. */
  protected CrawlListener watched(CrawlListener usual) {
    return usual;
  }

  /** Crawls; the exit code is 0 if all is well, 1 if a page failed or nothing was crawled. */
  @Override
  public final Integer call() {
    Duration untilMain = JvmStart.ago();
    Optional<List<String>> status = state.statusLines();
    if (status.isPresent()) {
      status.get().forEach(System.out::println);
      return ExitCode.ALL_WELL;
    }
    Places.checkFile("--manifest", manifest);
    Places.checkFile("--json", json);
    Places.checkFile("--trace", trace);
    copy.check(options);
    state.check(warc);
    try (CrawlTarget target = options.open()) {
      why.check(target.seeds().getFirst());
      // First of all: that a site is asked for its robots.txt is no part of the crawl, nor of what it takes to begin one.
      CrawlPlan plan = options.plan(target, state.begun(), asked -> state.in(warc.in(asked)));
      ClientProcesses client = ClientProcesses.ofThis(target.site().flatMap(PracticeSite::process));
      try (ProcessWatch watch = new ProcessWatch(client)) {
        return flight.recorded(variant().name(), () -> crawl(target, plan, client, watch, untilMain));
      }
    }
  }

  private int crawl(CrawlTarget target, CrawlPlan plan, ClientProcesses client, ProcessWatch watch, Duration untilMain) {
    long begin = System.nanoTime();
    Optional<StateFolder> kept = state.open(plan);
    try {
      return crawl(target, client, watch, plan, kept, () -> untilMain.plusNanos(System.nanoTime() - begin));
    } finally {
      kept.ifPresent(StateFolder::close);
    }
  }

  private int crawl(CrawlTarget target, ClientProcesses client, ProcessWatch watch, CrawlPlan plan, Optional<StateFolder> kept,
      Supplier<Duration> sinceLaunch) {
    Optional<JournalFile> journal = kept.map(StateFolder::journal);
    try (CtrlC ctrlC = CtrlC.interrupts(Thread.currentThread());
        HeapWatch heap = HeapWatch.interrupts(Thread.currentThread());
        Crawler crawler = variant().newCrawler(plan)) {
      target.site().ifPresent(PracticeSite::reset);
      Duration start = sinceLaunch.get();
      Optional<Others> others = Others.besideThisLab();
      MeasuredCrawl crawl = crawlOrKeepPart(plan, journal, () -> {
        try {
          return crawl(target, crawler, journal, client);
        } finally {
          // What is left to do is short, and must be done even if the crawl was interrupted, or would be now.
          ctrlC.crawlIsOver();
          heap.crawlIsOver();
          Thread.interrupted();
        }
      });
      Optional<SiteTotals> counts = target.site().filter(site -> crawl.result().complete()).map(PracticeSite::totals);
      Optional<LowerBound> bound = CrawlBound.of(crawl, target.record().leastLatency(), variant(), plan);
      String digest = writeManifest(crawl.result());
      warc.write(plan, crawl.result(), journal.isPresent());
      RunRecord run = RunRecord.of(variant().name(), 1, start.toNanos() / 1e6, crawl, digest, bound)
          .observed(1, 0, counts, watch.peak(), others);
      int exitCode = report(target, plan, crawl, run, journal);
      why.answers(plan, crawl.result()).forEach(System.out::println);
      heap.problem().filter(_ -> !crawl.result().complete()).ifPresent(System.err::println);
      write(target, plan, crawl, run);
      Update update = new Update(kept, plan, crawl.result());
      CopyOptions.Made made = copy.make(plan, crawl.result(), update);
      made.lines().forEach(System.out::println);
      state.lines(update).forEach(System.out::println);
      update.finish();
      return made.isWell() ? exitCode : ExitCode.FAILURES;
    }
  }

  /** A bug, a full disk or a full heap ends the program; but what is done by then is not lost. */
  private MeasuredCrawl crawlOrKeepPart(CrawlPlan plan, Optional<JournalFile> journal, Supplier<MeasuredCrawl> crawl) {
    try {
      return crawl.get();
    } catch (CrawlBugException e) {
      CrawlResult partial = e.partial();
      System.err.println("PARTIAL: " + Counted.of(partial.fetched(), "page") + " visited, " + partial.count(Visit.Failed.class)
          + " of them failed, when " + e.getMessage());
      writePartial(plan, partial, journal.isPresent(), e);
      if (e.getCause() instanceof OutOfMemoryError) {
        System.err.println(HeapWatch.advice("the heap is full"));
      }
      throw e;
    }
  }

  /** What can't be written now must not hide what went wrong before. */
  private void writePartial(CrawlPlan plan, CrawlResult partial, boolean mayGoOn, CrawlBugException e) {
    if (partial.visits().size() < partial.fetched()) {
      Stream.of(e.getCause().getSuppressed()).forEach(why -> System.err.println("PARTIAL: they can't be listed: " + why.getMessage()));
      return;
    }
    try {
      manifest.ifPresent(file -> {
        partial.manifest().writeTo(file);
        System.err.println("PARTIAL: their manifest is in " + file);
      });
      warc.write(plan, partial, mayGoOn);
    } catch (UncheckedIOException full) {
      System.err.println("PARTIAL: " + full.getMessage());
      e.addSuppressed(full);
    }
  }

  private MeasuredCrawl crawl(CrawlTarget target, Crawler crawler, Optional<JournalFile> journal, ClientProcesses client) {
    if (options.quiet()) {
      return crawl(target, crawler, watched(KeptCrawl.of(CrawlListener.NONE, journal)), client);
    }
    try (Progress progress = Progress.of(variant().name())) {
      return crawl(target, crawler, watched(KeptCrawl.of(progress, journal)), client);
    }
  }

  /** Writes the manifest if that is wanted; gives its site digest. */
  private String writeManifest(CrawlResult result) {
    Manifest lines = result.manifest();
    return manifest.map(lines::writeTo).orElseGet(lines::siteDigest);
  }

  /** Records the crawl unless it is of no use: a real site may be too large for that, and nobody knows its latency. */
  private MeasuredCrawl crawl(CrawlTarget target, Crawler crawler, CrawlListener listener, ClientProcesses client) {
    return trace.isPresent() || flight.folder().isPresent() || target.site().isPresent()
        ? MeasuredCrawl.recorded(crawler, why.listening(listener), client)
        : MeasuredCrawl.of(crawler, why.listening(listener), client);
  }

  private void write(CrawlTarget target, CrawlPlan plan, MeasuredCrawl crawl, RunRecord run) {
    RunFile record = new RunFile(run, Machine.here(), target.record(), PlanRecord.of(plan));
    json.ifPresent(file -> WholeFile.write(file, Json.pretty(record)));
    trace.ifPresent(file -> {
      Trace events = Trace.of(Map.of(run.variant(), crawl.recording().orElseThrow().timeline()));
      WholeFile.write(file, Json.line(events));
    });
  }

  private static int report(CrawlTarget target, CrawlPlan plan, MeasuredCrawl crawl, RunRecord run, Optional<JournalFile> journal) {
    Optional<String> problem = SeedProblem.of(plan, crawl.result());
    if (problem.isPresent()) {
      System.err.println(problem.get());
      return ExitCode.FAILURES;
    }
    new RunSummary(target, plan, crawl.result(), run, journal).lines().forEach(System.out::println);
    boolean allWell = run.outcome().complete() && run.outcome().failed() == 0 && RobotsNotes.unreadable(plan).isEmpty()
        && plan.scope().sitemaps().problems().isEmpty();
    return allWell ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }
}
