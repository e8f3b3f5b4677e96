package lab.compare.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lab.compare.run.CrawlTimeline;
import lab.compare.run.ResultFiles;
import lab.compare.run.Results;

/** What a comparison prints: what was run on what, the headline, the tables, the timelines, and what was checked. */
public final class ComparisonReport {
  private static final String INDENT = " ".repeat("Checked: ".length());

  private final Results results;
  private final List<CrawlTimeline> timelines;
  private final ResultFiles files;

  /**
   * Of some results.
   *
   * @param timelines of the crawls to be drawn
   */
  public ComparisonReport(Results results, List<CrawlTimeline> timelines, ResultFiles files) {
    this.results = results;
    this.timelines = timelines;
    this.files = files;
  }

  /** The lines to print. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(new Titles(Texts.ENGLISH).crawl(results));
    lines.add(new Titles(Texts.ENGLISH).machine(results.machine()));
    lines.add("");
    lines.addAll(new Headline(results, Texts.ENGLISH).sentences());
    new Warnings(results, Texts.ENGLISH).lines().forEach(warning -> lines.add("WARNING: " + warning));
    lines.add("");
    lines.addAll(new ComparisonTable(results, Texts.ENGLISH).lines());
    lines.add("");
    lines.addAll(legend());
    lines.add("");
    lines.addAll(new TextTimeline(timelines).lines());
    lines.add("");
    lines.add(checked());
    lines.add(bestPossibleChecked());
    lines.add("All figures: " + relative(files.results()));
    lines.add("The report:  " + relative(files.report()) + "  (open it in a browser)");
    return lines;
  }

  /** What was the same stands below what was checked; what differs, on lines of its own. */
  private String checked() {
    String indent = results.checked().getFirst().key().equals("checked.digest") ? INDENT : "";
    return results.checked().stream().map(Texts.ENGLISH::say).collect(Collectors.joining("\n" + indent));
  }

  private String bestPossibleChecked() {
    List<String> beaten = results.beatingTheBestPossible();
    return beaten.isEmpty()
        ? INDENT + "No round was faster than the best possible."
        : "ERROR: faster than the best possible, so the measuring is wrong: " + String.join(", ", beaten);
  }

  /** A path as the user would type it. */
  public static Path relative(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static List<String> legend() {
    return List.of(
        "cold: elapsed of a fresh JVM's first crawl. warm: of its crawls once their CPU time had levelled off (after so many crawls; +: it",
        "had not yet). Medians. All else is of the warm ones.",
        "speed-up: sync's elapsed ÷ this one's, by rounds (from six JVMs on: by JVMs), with the interval in which it lies with 95 % certainty.",
        "best possible: the least elapsed that any schedule of this design could reach with the CPU time that its pages need, without",
        "compiling and collecting. efficiency: best possible ÷ elapsed. bound by: what keeps the best possible from being less; waiting:",
        "too little width, computing: too few cores, discovering: the site's chains of links, machine: too few cores for crawler and site.",
        "CPU: of the client, all its processes; compiling, collecting: the JVM's share of it. utilisation: CPU ÷ elapsed; 100 % is one core",
        "busy all the time (–: too little CPU time to tell). in flight: requests at a time, on average and at most, as the server saw it.",
        "threads: of the client, with those that the crawler made for itself. RSS: memory, at most. heap: what the last collection left in",
        "it. start: from the launch of the JVM to its first crawl.");
  }
}
