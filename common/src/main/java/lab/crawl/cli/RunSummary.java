package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.measure.LowerBound;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;

/** One run's figures, for a person. */
final class RunSummary {
  private static final int FAILURES_SHOWN = 5;

  private final CrawlTarget target;
  private final CrawlPlan plan;
  private final CrawlResult result;
  private final RunRecord run;
  private final Optional<LowerBound> bound;

  RunSummary(CrawlTarget target, CrawlPlan plan, CrawlResult result, RunRecord run, Optional<LowerBound> bound) {
    this.target = target;
    this.plan = plan;
    this.result = result;
    this.run = run;
    this.bound = bound;
  }

  /** The lines to print. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s · %s · concurrency %d%s".formatted(
        run.variant(), target.record().description(), plan.concurrency(), PlanRecord.of(plan).lockNote()));
    lines.add(line("pages", "%d saved · %d redirected · %d failed%s · %d skipped",
        result.count(Visit.Saved.class), result.count(Visit.Redirected.class), run.failed(), kinds(),
        result.count(Visit.Skipped.class)));
    lines.add(line("elapsed", "%s  (%.0f pages/s, %.1f MB)",
        seconds(run.elapsedMillis()), 1000 * run.pages() / run.elapsedMillis(), run.bytes() / 1e6));
    bound().ifPresent(lines::add);
    lines.add(line("CPU", "%s  (utilisation %.0f %%: 100 is one core busy all the time, here are %d cores)",
        seconds(run.clientCpuMillis()), run.utilisationPercent(), Runtime.getRuntime().availableProcessors()));
    server().ifPresent(lines::add);
    lines.add(line("client", "%d threads · %.0f MB resident at most · crawl began %s after the JVM's launch",
        run.peakThreads(), run.peakRssBytes() / 1e6, seconds(run.startMillis())));
    lines.add(line("site digest", "%s", run.siteDigest()));
    failures().forEach(lines::add);
    warning().ifPresent(lines::add);
    return lines;
  }

  private Optional<String> bound() {
    return bound.map(known ->
        line("bound", "%s  (efficiency %.0f %%: bound by %s; what would help: %s)",
            seconds(known.millis()), run.efficiencyPercent().orElseThrow(), known.bindingLimit().label(), known.advice()));
  }

  private Optional<String> server() {
    return run.serverRequests().map(requests ->
        line("server saw", "%d requests · %d in flight at most · %d connections",
            requests, run.serverPeakInFlight().orElseThrow(), run.serverConnections().orElseThrow()));
  }

  private String kinds() {
    Map<FailureKind, Long> kinds =
        failed().stream().collect(Collectors.groupingBy(Visit.Failed::kind, TreeMap::new, Collectors.counting()));
    return kinds.isEmpty()
        ? ""
        : kinds.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey().label())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private List<String> failures() {
    List<String> lines = new ArrayList<>();
    failed().stream().limit(FAILURES_SHOWN).forEach(visit ->
        lines.add(line("failed", "%s: %s", visit.url(), visit.detail())));
    if (run.failed() > FAILURES_SHOWN) {
      lines.add(line("", "and %d more: --manifest FILE lists all", run.failed() - FAILURES_SHOWN));
    }
    return lines;
  }

  private Optional<String> warning() {
    if (!run.complete()) {
      return Optional.of(line("PARTIAL", "the crawl was interrupted: its digest can't be compared"));
    }
    return run.capped()
        ? Optional.of(line("CAPPED", "--max-pages cut the crawl short: its digest can't be compared"))
        : Optional.empty();
  }

  private List<Visit.Failed> failed() {
    return result.visits().stream()
        .filter(Visit.Failed.class::isInstance)
        .map(Visit.Failed.class::cast)
        .toList();
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private static String line(String label, String format, Object... values) {
    return String.format(Locale.ROOT, "  %-12s %s", label, String.format(Locale.ROOT, format, values));
  }
}
