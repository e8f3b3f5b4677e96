package lab.compare.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lab.compare.run.Results;
import lab.crawl.WholeFile;
import lab.crawl.cli.Places;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.LowerBound.Limit;
import lab.crawl.measure.RunRecord;

/** Results for other programs: each crawl as a row of a CSV file, or the printed tables in Markdown. The file's ending says which. */
public final class ResultsExport {
  private static final String CSV = ".csv";
  private static final String MARKDOWN = ".md";

  /** RFC 4180 has it so. */
  private static final String LINE_END = "\r\n";

  /** Names and values of a row; what isn't known is an empty field. */
  private static final Map<String, Function<RunRecord, Object>> COLUMNS = columns();

  private final Results results;

  /** Of some results. */
  public ResultsExport(Results results) {
    this.results = results;
  }

  /**
   * Whether a file can be written; asked before anything is measured.
   *
   * @throws UsageException if its ending is none of those that there are, or if it can't be written
   */
  public static void check(Path file) {
    if (!hasEnding(file, CSV) && !hasEnding(file, MARKDOWN)) {
      throw new UsageException("--export writes " + CSV + " and " + MARKDOWN + " files, not " + file);
    }
    Places.checkFile("--export", Optional.of(file));
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Writes one file, with its folders. */
  public void write(Path file) {
    check(file);
    WholeFile.write(file, hasEnding(file, CSV) ? csv() : markdown());
  }

  /** A row for each crawl in the order in which they were made, those to warm up included; these have round 0. */
  String csv() {
    List<List<String>> rows = new ArrayList<>(List.of(List.copyOf(COLUMNS.keySet())));
    results.runs().forEach(run -> rows.add(COLUMNS.values().stream().map(value -> cell(value.apply(run))).toList()));
    return rows.stream()
        .map(row -> row.stream().map(ResultsExport::field).collect(Collectors.joining(",")) + LINE_END)
        .collect(Collectors.joining());
  }

  private static Map<String, Function<RunRecord, Object>> columns() {
    Map<String, Function<RunRecord, Object>> columns = new LinkedHashMap<>();
    columns.put("variant", RunRecord::variant);
    columns.put("jvm", RunRecord::jvm);
    columns.put("crawl", RunRecord::crawl);
    columns.put("round", RunRecord::round);
    columns.put("begunAt", RunRecord::begunAt);
    columns.put("elapsedMillis", RunRecord::elapsedMillis);
    columns.put("startMillis", RunRecord::startMillis);
    columns.put("cpuMillis", run -> run.client().cpuMillis());
    columns.put("compilingMillis", run -> run.client().compilerMillis());
    columns.put("collectingMillis", run -> run.client().collectorMillis());
    columns.put("utilisationPercent", run -> run.client().utilisationPercent());
    columns.put("boundMillis", run -> run.bound().millis());
    columns.put("efficiencyPercent", run -> run.bound().efficiencyPercent());
    columns.put("boundBy", run -> run.bound().limit().map(Limit::label));
    columns.put("meanInFlight", RunRecord::meanInFlight);
    columns.put("peakInFlight", run -> run.server().peakInFlight());
    columns.put("crawlerThreads", run -> run.client().crawlerThreads());
    columns.put("peakThreads", run -> run.client().peakThreads());
    columns.put("peakRssBytes", run -> run.client().peakRssBytes());
    columns.put("heapLeftBytes", run -> run.client().heapLeftBytes());
    columns.put("fetchP50Millis", run -> run.pageTimes().fetchP50Millis());
    columns.put("fetchP95Millis", run -> run.pageTimes().fetchP95Millis());
    columns.put("visitP50Millis", run -> run.pageTimes().visitP50Millis());
    columns.put("visitP95Millis", run -> run.pageTimes().visitP95Millis());
    columns.put("pages", run -> run.outcome().pages());
    columns.put("failed", run -> run.outcome().failed());
    columns.put("bytes", run -> run.outcome().bytes());
    columns.put("siteRequests", run -> run.server().requests());
    columns.put("siteConnections", run -> run.server().connections());
    columns.put("siteMeanReplyMillis", run -> run.server().meanReplyMillis());
    columns.put("siteCpuMillis", run -> run.server().cpuMillis());
    columns.put("othersCpuMillis", run -> run.client().othersCpuMillis());
    return columns;
  }

  /** Fractions of microseconds are noise. */
  private static String cell(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.map(ResultsExport::cell).orElse("");
      case Double number -> String.format(Locale.ROOT, "%.3f", number);
      default -> value.toString();
    };
  }

  /** In quotes only where it must be. */
  private static String field(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** What was run, and all tables. */
  String markdown() {
    ComparisonTable tables = new ComparisonTable(results, Texts.ENGLISH);
    Titles titles = new Titles(Texts.ENGLISH);
    List<String> lines = new ArrayList<>(List.of(titles.crawl(results) + "  ", titles.machine(results.machine())));
    for (FiguresTable table : List.of(tables.times(), tables.costs(), tables.pages())) {
      lines.addAll(List.of("", "**" + table.title() + "**", ""));
      lines.addAll(table.markdown());
    }
    return String.join("\n", lines) + "\n";
  }
}
