package lab.compare.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import lab.compare.stats.SelfCheckVerdict;
import lab.compare.stats.Spread;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.SiteRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/**
 * Measures the measuring. Three questions with known answers: is a variant as fast as itself? Is the same with a tenth more
 * work seen to be slower? And does it matter that crawls are recorded?
 */
public final class SelfCheck implements AutoCloseable {
  private static final String VARIANT = "sync";
  private static final int CHECKSUM_ROUNDS = 16_000;
  private static final int MORE_ROUNDS = CHECKSUM_ROUNDS / 10;

  /** Of these short crawls the quickest counts: what disturbs a crawl only ever makes it longer. */
  private static final int WARM_CRAWLS = 10;

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
   * @param pages of the site that is crawled again and again with much work a page
   * @param pairs of fresh JVMs
   * @param busyPages of the site that is crawled as fast as can be
   * @param busyPairs of its crawls
   */
  public record Sizes(int pages, int pairs, int busyPages, int busyPairs) {
    /** With 12 pairs the interval is sure to 95 % even if two on each side are outliers. */
    public static final Sizes USUAL = new Sizes(10, 12, 1_000, 20);
  }

  /**
   * A check that has not begun.
   *
   * @param quiet whether no progress is wanted
   */
  public SelfCheck(Sizes sizes, boolean quiet) {
    this.sizes = sizes;
    this.progress = new ComparisonProgress(quiet, sizes.pairs + sizes.busyPairs, Optional.empty());
  }

  /** Measures, and gives the lines to print. */
  public List<String> run() {
    List<String> lines = new ArrayList<>();
    lines.add(text("%d times three fresh JVMs in turn, %s on flat:%d without latency, %d checksum rounds a page:",
        sizes.pairs, VARIANT, sizes.pages, CHECKSUM_ROUNDS));
    sameAndMore();
    verdicts.forEach(verdict -> lines.add("  " + verdict.line()));
    recorded(lines);
    return lines;
  }

  /** Whether all answers were right. */
  public boolean passed() {
    return verdicts.stream().allMatch(SelfCheckVerdict::passed);
  }

  private void sameAndMore() {
    List<Double> first = new ArrayList<>();
    List<Double> same = new ArrayList<>();
    List<Double> more = new ArrayList<>();
    try (PracticeSite site = PracticeSite.launch(SiteOptions.of("flat:" + sizes.pages).withLatency("0ms"))) {
      SiteWarmUp.run(plan(site, 0, 1));
      for (int pair = 0; pair < sizes.pairs; pair++) {
        progress.begun("pair " + (pair + 1));
        List<Double> quickest = quickestMillis(site);
        first.add(quickest.get(0));
        same.add(quickest.get(1));
        more.add(quickest.get(2));
        progress.ended();
      }
    }
    verdicts.add(SelfCheckVerdict.equal("the same against itself", first, same));
    verdicts.add(SelfCheckVerdict.slower("with 10 % more checksum work", first, more));
  }

  /** Of the first, of the same again, and of more work: in three fresh JVMs, which crawl in turn, one at a time. */
  private List<Double> quickestMillis(PracticeSite site) {
    try (VariantProcess first = fresh(site, CHECKSUM_ROUNDS);
        VariantProcess same = fresh(site, CHECKSUM_ROUNDS);
        VariantProcess more = fresh(site, CHECKSUM_ROUNDS + MORE_ROUNDS)) {
      return quickest(WARM_CRAWLS,
          List.of(() -> millis(first, unrecorded()), () -> millis(same, unrecorded()), () -> millis(more, unrecorded())));
    }
  }

  /** The quickest of some crawls of each, which take turns, so that what slows the machine down for a while slows all. */
  private static List<Double> quickest(int crawls, List<DoubleSupplier> turns) {
    double[] quickest = new double[turns.size()];
    Arrays.fill(quickest, Double.POSITIVE_INFINITY);
    for (int crawl = 0; crawl < crawls; crawl++) {
      for (int turn = 0; turn < quickest.length; turn++) {
        quickest[turn] = Math.min(quickest[turn], turns.get(turn).getAsDouble());
      }
    }
    return Arrays.stream(quickest).boxed().toList();
  }

  /** A fresh JVM that has crawled once. */
  private VariantProcess fresh(PracticeSite site, int checksumRounds) {
    VariantProcess process = VariantProcess.started(job(VARIANT, site, checksumRounds, 1), _ -> {});
    millis(process, unrecorded());
    return process;
  }

  /** In one JVM, recorded and not in turn: so nothing else differs. */
  private void recorded(List<String> lines) {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    double pagesPerSecond;
    try (PracticeSite site = PracticeSite.launch(SiteOptions.of("flat:" + sizes.busyPages).withLatency("0ms"));
        VariantProcess process = VariantProcess.started(job(BUSY_VARIANT, site, 0, BUSY_WIDTH), _ -> {})) {
      for (int crawl = 0; crawl < BUSY_WARM_UPS; crawl++) {
        process.crawl(0, Optional.empty(), crawl % 2 == 0 ? recorded() : unrecorded());
      }
      for (int pair = 0; pair < sizes.busyPairs; pair++) {
        progress.begun("recorded and not, " + (pair + 1));
        List<Double> quickest = quickest(BUSY_CRAWLS,
            List.of(() -> millis(process, unrecorded()), () -> millis(process, recorded())));
        without.add(quickest.getFirst());
        with.add(quickest.getLast());
        progress.ended();
      }
      pagesPerSecond = 1000 * sizes.busyPages / Spread.of(without).median();
    }
    lines.add(text("%d pairs of crawls, %s on flat:%d without latency, %.0f pages per second:",
        sizes.busyPairs, BUSY_VARIANT, sizes.busyPages, pagesPerSecond));
    verdicts.add(SelfCheckVerdict.cheap("recorded against unrecorded", without, with, pagesPerSecond));
    lines.add("  " + verdicts.getLast().line());
  }

  private static double millis(VariantProcess process, CrawlOrder order) {
    return process.crawl(0, Optional.empty(), order).elapsedMillis();
  }

  private VariantJob job(String variant, PracticeSite site, int checksumRounds, int width) {
    SiteRecord record = new SiteRecord("flat", Optional.empty(), Optional.empty(), site.url().toString());
    return new VariantJob(variant, PlanRecord.of(plan(site, checksumRounds, width)), record, false);
  }

  private static CrawlPlan plan(PracticeSite site, int checksumRounds, int width) {
    return CrawlPlan.of(site.url().toString()).checksumRounds(checksumRounds).concurrency(width).build();
  }

  private static CrawlOrder unrecorded() {
    return new CrawlOrder(scratch("manifest.tsv"), Optional.empty());
  }

  private static CrawlOrder recorded() {
    return new CrawlOrder(scratch("manifest.tsv"), Optional.of(scratch("timeline.json")));
  }

  private static String scratch(String name) {
    return Path.of("compare", "target", "lab", "self-check", name).toAbsolutePath().toString();
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
