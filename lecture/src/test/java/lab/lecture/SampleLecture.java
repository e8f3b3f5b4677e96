package lab.lecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.compare.report.ReportData;
import lab.compare.report.SampleCrawl;
import lab.compare.report.SampleReport;
import lab.crawl.measure.Machine;
import lab.lecture.Lecture.DecidedClaim;
import lab.lecture.verdicts.Claim;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabChart;
import lab.lecture.verdicts.LabTable;
import lab.lecture.verdicts.Unit;
import lab.lecture.verdicts.Verdict;

/** A lecture's page, made up but plausible: all claims with all verdicts, three labs, of which the last one went wrong. */
public final class SampleLecture {
  private static final List<String> LABS = List.of("io", "cpu", "locks");
  private static final Machine MACHINE = Machine.here();
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleLecture() {}

  /** The page's data, with three crawls of each lab and as many more of the first one as are asked for. */
  public static String json(int moreCrawls) {
    List<LabResult> labs = LABS.stream().map(SampleLecture::lab).toList();
    List<DecidedClaim> claims = IntStream.rangeClosed(1, Claim.COUNT).mapToObj(SampleLecture::claim).toList();
    Lecture lecture = new Lecture(
        "mvn -q package exec:exec@lecture -DskipTests", "2026-11-22T19:02:11Z", 744.2, MACHINE, claims, labs);
    return withTimelines(LabPages.lecture(lecture), moreCrawls);
  }

  /** The page again and again, each time without some other key. */
  static List<String> eachWithoutSomeKey() {
    return SampleReport.eachWithoutSomeKey(json(0), "/claims/0", "/claims/0/figures/0", "/labs/0", "/labs/0/tables/0", "/labs/0/charts/0",
        "/labs/0/charts/0/bars/0", "/labs/0/charts/0/bars/0/figure", "/labs/0/findings/0", "/labs/0/findings/0/figures/0");
  }

  /** The report of the first lab alone. */
  static String oneLab() {
    return labs("io");
  }

  /** The report of some labs, without a lecture. */
  static String labs(String... names) {
    return withTimelines(LabPages.report(Stream.of(names).map(SampleLecture::lab).toList()), 0);
  }

  private static String withTimelines(ReportData data, int moreCrawls) {
    List<Object> timelines = new ArrayList<>();
    for (int width : IntStream.concat(IntStream.of(1, 5, 40), IntStream.rangeClosed(41, 40 + moreCrawls)).toArray()) {
      timelines.add(new SampleCrawl("threads, width " + width, true, 40, width, 1_000).sameLane("crawler-"));
    }
    timelines.add(new SampleCrawl("async, width 40", true, 40, 40, 700).onLoop());
    timelines.add(new SampleCrawl("one big lock", true, 40, 5, 2_000).sameLane("crawler-"));
    // Another lab's crawl of the same name.
    timelines.add(new SampleCrawl("threads, width 5", true, 60, 5, 4_000).sameLane("crawler-"));
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(data.json());
      tree.set("urls", JSON.valueToTree(SampleCrawl.urls(60)));
      tree.set("timelines", JSON.valueToTree(timelines));
      return tree.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict verdict(int number) {
    List<Verdict> often = List.of(
        Verdict.HOLDS, Verdict.DOES_NOT_HOLD, Verdict.HOLDS, Verdict.DEPENDS, Verdict.HOLDS, Verdict.ONLY_WITH_GIL,
        Verdict.UNDECIDED);
    return often.get((number - 1) % often.size());
  }

  private static DecidedClaim claim(int number) {
    Finding finding = finding(number);
    return new DecidedClaim(
        number, finding.words(), LABS.get(number % 3), Claim.of(number).isDemonstrated(),
        finding.verdict(), finding.on(), finding.rule(), finding.figures());
  }

  private static Finding finding(int number) {
    Verdict verdict = verdict(number);
    Optional<String> on = switch (verdict) {
      case DEPENDS -> Optional.of("on whether the threads compute or wait");
      case UNDECIDED -> Optional.of("the rounds disagree");
      case HOLDS, ONLY_WITH_GIL, DOES_NOT_HOLD -> Optional.empty();
    };
    List<Figure> figures = List.of(
        Figure.of("elapsed at width 5 ÷ (pages × latency ÷ 5)", Unit.TIMES, 1.95, 1.98, 2.02),
        Figure.of("threads, width 5's requests in flight", Unit.COUNT, 5, 5, 5),
        Figure.of("sync's utilisation", Unit.PERCENT, 7.5, 8.25, 12),
        Figure.of("sync's elapsed", Unit.MILLIS, 4_903.8, 4_899.1, 5_120));
    String rule = "Holds if in every round elapsed at width 5 ÷ (pages × latency ÷ 5) is between 1.00× and 1.50×, "
        + "and threads, width 5's requests in flight is 5.";
    return new Finding(number, Claim.of(number).words(), verdict, on, rule, figures.subList(0, 2 + number % 3));
  }

  private static LabResult lab(String name) {
    int index = LABS.indexOf(name);
    Figure elapsed = Figure.of("sync's elapsed", Unit.MILLIS, 8_100, 8_040, 8_320);
    Figure threads = Figure.of("threads' elapsed", Unit.MILLIS, 1_640, 1_710, 1_690);
    Figure async = Figure.of("async's elapsed", Unit.MILLIS, 213.7, 209.2, 340.1);
    Figure once = Figure.of("a lock", Unit.NANOS, 21.3, 20.9, 25);
    return new LabResult(
        name,
        "160 downloads that only wait: one at a time, five at a time, all at a time",
        "one thread needs 160 × 50 ms. How much less will five threads need, and how much less one event loop that asks for all "
            + "pages at once?",
        "mvn -q package exec:exec@lecture -DskipTests -Dargs=\"lab " + name + "\"",
        "2026-11-22T19:02:11.204Z",
        80.7,
        index > 0,
        MACHINE,
        List.of(LabTable.of("160 pages, hardly any computing", "design", "elapsed", "speed-up", "in flight", "OS threads")
            .row("sync", elapsed, elapsed.over(elapsed, "1"), 1, 22)
            .row("threads, width 5", threads, elapsed.over(threads, "speed-up"), 5, 28)
            .row("async, width 160", async, elapsed.over(async, "speed-up"), 160, 21)),
        List.of(
            LabChart.of("Elapsed").bar("sync", elapsed).bar("threads, width 5", threads).bar("async, width 160", async),
            LabChart.of("A lock that nobody else wants").bar("taken and released", once)),
        List.of(finding(index + 3), finding(index + 18), finding(index + 28)),
        "Checked: 19 crawls, 3059 pages; the same digest for the same work, no page failed.",
        index < 2,
        "nothing: nobody computes here.",
        Optional.empty());
  }
}
