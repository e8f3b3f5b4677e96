package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Limits;
import lab.crawl.Scope;
import lab.crawl.Visit;
import lab.crawl.measure.PageTimes;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.state.JournalFile;

/** One run's figures, for a person. */
final class RunSummary {
  private final CrawlTarget target;
  private final CrawlPlan plan;
  private final CrawlResult result;
  private final RunRecord run;
  private final Optional<JournalFile> journal;

  RunSummary(CrawlTarget target, CrawlPlan plan, CrawlResult result, RunRecord run, Optional<JournalFile> journal) {
    this.target = target;
    this.plan = plan;
    this.result = result;
    this.run = run;
    this.journal = journal;
  }

  /** The lines to print. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s · %s · concurrency %d%s".formatted(
        run.variant(), target.record().description(), plan.concurrency(), PlanRecord.of(plan).lockNote()));
    lines.add(line("pages", "%d saved · %d redirected · %d failed%s · %d skipped",
        result.count(Visit.Saved.class), result.count(Visit.Redirected.class), run.outcome().failed(), kinds(),
        result.count(Visit.Skipped.class)));
    earlier().ifPresent(lines::add);
    scope().ifPresent(lines::add);
    RobotsNotes.of(plan, result).forEach(note -> lines.add(line("robots", "%s", note)));
    SitemapNotes.of(plan.scope().sitemaps()).forEach(note -> lines.add(line("sitemap", "%s", note)));
    LimitNotes.of(plan.limits(), result).forEach(note -> lines.add(line("limits", "%s", note)));
    lines.add(line("elapsed", "%s  (%.0f pages/s, %.1f MB)",
        seconds(run.elapsedMillis()), 1000 * (run.outcome().pages() - earlierPages()) / run.elapsedMillis(), run.outcome().bytes() / 1e6));
    bound().ifPresent(lines::add);
    lines.add(cpu());
    server().ifPresent(lines::add);
    lines.add(line("client", "%s · %.0f MB resident at most%s · crawl began %s after the JVM's launch",
        Counted.of(run.client().peakThreads(), "thread"), run.client().peakRssBytes() / 1e6, heap(), seconds(run.startMillis())));
    pages().ifPresent(lines::add);
    lines.add(line("site digest", "%s", run.outcome().siteDigest()));
    failures().forEach(lines::add);
    warning().ifPresent(lines::add);
    return lines;
  }

  private int earlierPages() {
    return journal.map(JournalFile::earlierVisits).orElse(0);
  }

  private Optional<String> earlier() {
    return earlierPages() == 0
        ? Optional.empty()
        : Optional.of(line("before", "%d of them %s done by earlier runs of this crawl", earlierPages(), earlierPages() == 1 ? "was" : "were"));
  }

  private Optional<String> bound() {
    RunRecord.Bound bound = run.bound();
    return bound.millis().map(millis ->
        line("bound", "%s  (efficiency %.0f %%: bound by %s; what would help: %s)",
            seconds(millis), bound.efficiencyPercent().orElseThrow(), bound.limit().orElseThrow().label(), bound.advice().orElseThrow().words()));
  }

  private String cpu() {
    RunRecord.Client client = run.client();
    String utilisation = client.utilisation()
        .map(percent -> "utilisation %.0f %%: 100 is one core busy all the time, here %s".formatted(percent, coresHere()))
        .orElse("too little to tell a utilisation");
    return line("CPU", "%s  (%s; the JVM took %s of it to compile, %s to collect garbage)",
        seconds(client.cpuMillis()), utilisation, seconds(client.compilerMillis()), seconds(client.collectorMillis()));
  }

  private static String coresHere() {
    int cores = Runtime.getRuntime().availableProcessors();
    return (cores == 1 ? "is " : "are ") + Counted.of(cores, "core");
  }

  private Optional<String> server() {
    return run.server().requests().map(requests ->
        line("server saw", "%s · %d in flight at most · %s", Counted.of(requests, "request"),
            run.server().peakInFlight().orElseThrow(), Counted.of(run.server().connections().orElseThrow(), "connection")));
  }

  private String heap() {
    return run.client().heapLeftBytes()
        .map(bytes -> String.format(Locale.ROOT, ", %.0f MB of heap after the last collection", bytes / 1e6))
        .orElse("");
  }

  private Optional<String> pages() {
    PageTimes times = run.pageTimes();
    String inAll = times.visitP50Millis()
        .map(visit -> String.format(Locale.ROOT, " · %.1f ms in all (%.1f)", visit, times.visitP95Millis().orElseThrow()))
        .orElse("");
    return times.fetchP50Millis().map(fetch -> line(
        "one page", "%.1f ms to fetch (95 %% of them %.1f at most)%s", fetch, times.fetchP95Millis().orElseThrow(), inAll));
  }

  private String kinds() {
    return result.failures().isEmpty()
        ? ""
        : result.failures().entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey().label())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** What a user of the prefix scope should check, for a seed without a slash at its end may mean the whole site. */
  private Optional<String> scope() {
    return plan.scope().reach() == Scope.Reach.PREFIX
        ? Optional.of(line("scope", "what is below %s", String.join(" or ", result.within())))
        : Optional.empty();
  }

  private List<String> failures() {
    List<Visit.Failed> shown = result.someFailures();
    List<String> lines = new ArrayList<>();
    shown.forEach(visit -> lines.add(line("failed", "%s: %s", visit.url(), visit.detail())));
    if (run.outcome().failed() > shown.size()) {
      lines.add(line("", "and %d more: --manifest FILE lists all", run.outcome().failed() - shown.size()));
    }
    return lines;
  }

  private Optional<String> warning() {
    if (!run.outcome().complete()) {
      return Optional.of(line("PARTIAL", "the crawl was interrupted: its digest can't be compared%s",
          journal.isPresent() ? "; the same command goes on" : ""));
    }
    return run.outcome().capped()
        ? Optional.of(line("CAPPED", "--max-pages, or a chain of more than %d links, cut the crawl short: its digest can't be compared",
            Limits.LONGEST_CHAIN))
        : Optional.empty();
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private static String line(String label, String format, Object... values) {
    return String.format(Locale.ROOT, "  %-12s %s", label, String.format(Locale.ROOT, format, values));
  }
}
