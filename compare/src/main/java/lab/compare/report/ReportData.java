package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.Results;
import lab.compare.run.Sweep;
import lab.crawl.cli.MavenCommand;
import lab.crawl.measure.Json;
import lab.crawl.measure.ProcessWatch.Sample;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.VirtualThreads;

/**
 * What the report's page is made of, for its scripts: JSON properties by their names, in their order. What there is nothing to say of
 * is absent.
 *
 * <p>The page knows {@code title} (what was run), {@code headline} (what came out, in sentences), {@code designs} (a line each),
 * {@code warnings} (what the reader should know before trusting it), {@code variants} (bars and curves of each), {@code tables} (of
 * ready-made cells), {@code urls} (of all pages), {@code timelines} (crawls that are drawn), {@code verified} (what was checked, in
 * sentences), {@code machine}, {@code plan}, {@code command} (what to type to measure it again), {@code begunAt}, {@code diff} and
 * {@code sweep}. Whoever {@linkplain Contribution contributes} sections adds properties for them.
 */
public final class ReportData {
  private final Map<String, Object> properties;

  private ReportData(Map<String, Object> properties) {
    this.properties = properties;
  }

  /** The data of a page with a title and nothing else. */
  public static ReportData titled(String title) {
    return new ReportData(Map.of()).with("title", title);
  }

  /** The same with one more property; an {@link Optional} that is empty leaves it out. */
  public ReportData with(String name, Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.map(present -> with(name, present)).orElse(this);
    }
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(name, value);
    return new ReportData(more);
  }

  /** The same with crawls that are drawn, of which no bound is known. */
  public ReportData withTimelines(List<CrawlTimeline> timelines) {
    return withTimelines(timelines, _ -> Optional.empty());
  }

  /** All crawls share one list of URLs, because most of them meet the same ones. */
  private ReportData withTimelines(List<CrawlTimeline> timelines, Function<CrawlTimeline, Optional<Double>> boundMillis) {
    Map<String, Integer> places = new LinkedHashMap<>();
    timelines.forEach(crawl -> crawl.timeline().urls().forEach(url -> places.putIfAbsent(url, places.size())));
    return with("urls", List.copyOf(places.keySet()))
        .with("timelines", timelines.stream().map(crawl -> drawn(crawl, boundMillis.apply(crawl), places)).toList());
  }

  /** One crawl that is drawn, with its own bound; times in microseconds since its begin, URLs by their places in the page's list. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DrawnCrawl(
      String variant,
      boolean warm,
      int round,
      long elapsedMicros,
      Optional<Double> boundMillis,
      List<Integer> urls,
      List<Long> discovered,
      List<LaneRecord> lanes,
      Busy samples,
      VirtualThreads virtualThreads) {}

  /** How busy the client was: the n-th figure was so at the n-th time. */
  record Busy(List<Long> at, List<Double> cpuPercent) {}

  /** The report of a comparison. */
  public static ReportData of(Results results, List<CrawlTimeline> timelines, Texts texts) {
    FigureText figures = new FigureText(texts);
    return titled(new Titles(texts).crawl(results))
        .with("headline", new Headline(results, texts).sentencesBesideLines())
        .with("designs", new Headline(results, texts).lines())
        .with("warnings", new Warnings(results, texts).lines())
        .with("variants", results.variants().stream().map(variant -> VariantFigures.of(results, variant, figures)).toList())
        .with("tables", tables(results, texts))
        .withTimelines(timelines, crawl -> bound(results, crawl))
        .with("verified", results.checked().stream().map(texts::say).toList())
        .with("machine", new Titles(texts).machine(results.machine()))
        .with("plan", results.plan())
        .with("command", results.command())
        .with("begunAt", results.runs().stream().findFirst().map(RunRecord::begunAt));
  }

  /** The report of two comparisons side by side. */
  public static ReportData of(Difference difference, Results right, Texts texts) {
    return titled(texts.say("title.diff", difference.left(), difference.right()))
        .with("headline", difference.rows().stream().filter(Difference.Row::warm).map(row -> row.sentence(texts)).toList())
        .with("warnings", difference.cautions())
        .with("machine", new Titles(texts).machine(right.machine()))
        .with("plan", right.plan())
        .with("command", MavenCommand.exec("compare", List.of("--diff", difference.left(), difference.right())))
        .with("diff", difference);
  }

  /** The report of a sweep. */
  public static ReportData of(Sweep sweep, SweepCurves curves, Texts texts) {
    return titled(new Titles(texts).sweep(sweep))
        .with("headline", curves.sentences(texts))
        .with("machine", new Titles(texts).machine(sweep.machine()))
        .with("plan", sweep.plan())
        .with("command", sweep.command())
        .with("begunAt", sweep.points().stream().findFirst().map(point -> point.run().begunAt()))
        .with("sweep", curves);
  }

  /** As the page takes it. */
  public String json() {
    return Json.line(properties);
  }

  /** As the terminal has them, with what would help. */
  private static List<FiguresTable> tables(Results results, Texts texts) {
    ComparisonTable tables = new ComparisonTable(results, texts);
    List<String> help = results.variants().stream()
        .map(variant -> results.typical(variant, true).bound().advice())
        .map(advice -> advice.map(one -> texts.say("advice." + one.name().toLowerCase(Locale.ROOT))).orElse(FigureText.NONE))
        .toList();
    return List.of(tables.times().withWords(texts.say("table.help"), help), tables.costs(), tables.pages());
  }

  private static Optional<Double> bound(Results results, CrawlTimeline crawl) {
    return results.of(crawl.variant(), crawl.warm()).stream()
        .filter(run -> (crawl.warm() ? run.round() : run.jvm()) == crawl.round())
        .findFirst()
        .flatMap(run -> run.bound().millis());
  }

  private static DrawnCrawl drawn(CrawlTimeline crawl, Optional<Double> boundMillis, Map<String, Integer> places) {
    List<Sample> samples = crawl.samples();
    return new DrawnCrawl(
        crawl.variant(),
        crawl.warm(),
        crawl.round(),
        crawl.timeline().elapsed(),
        boundMillis,
        crawl.timeline().urls().stream().map(places::get).toList(),
        crawl.timeline().discovered(),
        crawl.timeline().lanes(),
        new Busy(
            samples.stream().map(sample -> sample.at() - crawl.timeline().begunAt()).toList(),
            samples.stream().map(Sample::cpuPercent).toList()),
        crawl.timeline().virtualThreads());
  }
}
