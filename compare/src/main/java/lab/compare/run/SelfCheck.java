package lab.compare.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.compare.stats.PairedClaim;
import lab.compare.stats.SelfCheckVerdict;
import lab.compare.stats.Spread;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.PlanRecord;
import lab.fixtures.SiteOptions;

/**
 * Measures the measuring: a comparison, by the same rule as any other, of contestants of whom the truth is known. Eight
 * are the same; a ninth does a tenth more work. And it asks what it costs that crawls are recorded.
 */
public final class SelfCheck implements AutoCloseable {
  private static final String VARIANT = "sync";
  private static final int CHECKSUM_ROUNDS = 60_000;
  private static final String MORE = "10 % more";

  private static final String BUSY_VARIANT = "async";
  private static final int BUSY_WIDTH = 64;
  private static final int BUSY_WARM_UPS = 40;
  private static final int BUSY_CRAWLS = 10;

  private final Sizes sizes;
  private final ComparisonProgress progress;
  private final List<SelfCheckVerdict> verdicts = new ArrayList<>();

  /**
   * How much is measured.
   *
   * @param pages of the site that is crawled with much work a page
   * @param equals how many contestants are the same
   * @param jvms of each
   * @param rounds of each, in all its JVMs together
   * @param busyPages of the site that is crawled as fast as can be
   * @param busyPairs of its crawls
   */
  public record Sizes(int pages, int equals, int jvms, int rounds, int busyPages, int busyPairs) {
    /**
     * Many JVMs, because two that run the same program differ by some percent for as long as they live: many rounds of few JVMs would tell
     * equals apart. Of eleven one may be disturbed, and the interval is sure to 98.8 %. Eleven rounds in each, because on a busy host a
     * single crawl is some percent off. Few pages, because only the work on them grows by a tenth, and not the time that it takes to fetch
     * them.
     */
    public static final Sizes USUAL = new Sizes(2, 8, 11, 121, 1_000, 40);
  }

  /** Prepares the check. */
  public SelfCheck(Sizes sizes, boolean quiet) {
    this.sizes = sizes;
    int steps = (sizes.equals + 1) * (sizes.rounds + 2 * sizes.jvms) + sizes.busyPairs;
    this.progress = new ComparisonProgress(quiet, steps, Optional.empty());
  }

  /** Measures, and gives the lines to print. */
  public List<String> run() {
    List<String> lines = new ArrayList<>();
    lines.add(text("%d times %s on flat:%d without latency, %d checksum rounds a page, and once with 10 %% more; %d rounds in %d JVMs each:",
        sizes.equals, VARIANT, sizes.pages, CHECKSUM_ROUNDS, sizes.rounds, sizes.jvms));
    judge(compared());
    verdicts.forEach(verdict -> lines.add("  " + verdict.line()));
    recorded(lines);
    return lines;
  }

  /** Whether all answers were right. */
  public boolean passed() {
    return verdicts.stream().allMatch(SelfCheckVerdict::passed);
  }

  private Results compared() {
    try (CrawlTarget site = CrawlTarget.practice(SiteOptions.of("flat:" + sizes.pages).withLatency("0ms"))) {
      CrawlPlan plan = plan(site, CHECKSUM_ROUNDS, 1);
      SiteWarmUp.run(site, plan);
      Comparison comparison = new Comparison(
          site, plan, WarmUp.UNTIL_STEADY, ResultFiles.create(scratch("results.json")), progress, Optional.empty());
      equals().forEach(label -> comparison.add(new Contestant(label, VARIANT, PlanRecord.of(plan))));
      comparison.add(new Contestant(MORE, VARIANT, PlanRecord.of(plan(site, CHECKSUM_ROUNDS + CHECKSUM_ROUNDS / 10, 1))));
      comparison.measure(sizes.jvms, sizes.rounds, () -> {});
      return comparison.results("");
    }
  }

  private List<String> equals() {
    return IntStream.rangeClosed(1, sizes.equals).mapToObj(number -> "same " + number).toList();
  }

  private void judge(Results results) {
    List<PairedClaim> pairs = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> same = new ArrayList<>();
    for (int i = 1; i <= sizes.equals; i++) {
      for (int j = i + 1; j <= sizes.equals; j++) {
        pairs.add(results.timesAsFast("same " + i, "same " + j));
      }
      // Each is in one of the two only: all ratios are of measurements of their own.
      (i % 2 == 1 ? first : same).addAll(results.elapsedOfJvms("same " + i));
    }
    verdicts.add(SelfCheckVerdict.seldomToldApart(pairs));
    verdicts.add(SelfCheckVerdict.equal(first, same));
    verdicts.add(SelfCheckVerdict.seenToBeSlower(equals().stream().map(label -> results.timesAsFast(MORE, label)).toList()));
  }

  /** In one JVM, so that nothing else differs. */
  private void recorded(List<String> lines) {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    try (CrawlTarget site = CrawlTarget.practice(SiteOptions.of("flat:" + sizes.busyPages).withLatency("0ms"));
        VariantProcess process = VariantProcess.started(job(site), _ -> {})) {
      for (int crawl = 0; crawl < BUSY_WARM_UPS; crawl++) {
        millis(process, crawl % 2 == 0);
      }
      for (int pair = 0; pair < sizes.busyPairs; pair++) {
        progress.begun("recorded and not, " + (pair + 1));
        pair(process, without, with);
        progress.ended();
      }
    }
    double pagesPerSecond = 1000.0 * BUSY_CRAWLS * sizes.busyPages / Spread.of(without).median();
    lines.add(text("%d pairs of %d crawls, %s on flat:%d without latency, %.0f pages per second:",
        sizes.busyPairs, BUSY_CRAWLS, BUSY_VARIANT, sizes.busyPages, pagesPerSecond));
    verdicts.add(SelfCheckVerdict.cheap(without, with, pagesPerSecond));
    lines.add("  " + verdicts.getLast().line());
  }

  /** All of some crawls count, because a collection that recording brings on falls on one of them; each kind goes first every other time. */
  private static void pair(VariantProcess process, List<Double> without, List<Double> with) {
    double[] sums = new double[2];
    for (int crawl = 0; crawl < BUSY_CRAWLS; crawl++) {
      int first = crawl % 2;
      sums[first] += millis(process, first == 1);
      sums[1 - first] += millis(process, first == 0);
    }
    without.add(sums[0]);
    with.add(sums[1]);
  }

  private static double millis(VariantProcess process, boolean recorded) {
    Optional<String> timeline = recorded ? Optional.of(scratch("timeline.json").toString()) : Optional.empty();
    return process.crawl(1, 0, Optional.empty(), new CrawlOrder(scratch("manifest.tsv").toString(), timeline)).elapsedMillis();
  }

  private static VariantJob job(CrawlTarget site) {
    return new VariantJob(BUSY_VARIANT, PlanRecord.of(plan(site, 0, BUSY_WIDTH)), site.record(), false);
  }

  private static CrawlPlan plan(CrawlTarget site, int checksumRounds, int width) {
    return CrawlPlan.of(site.seed()).checksumRounds(checksumRounds).concurrency(width).build();
  }

  private static Path scratch(String name) {
    return Path.of("compare", "target", "lab", "self-check", name).toAbsolutePath();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Takes the progress off the terminal. */
  @Override
  public void close() {
    progress.close();
  }
}
