package lab.compare.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lab.crawl.CrawlPlan;
import lab.crawl.Variant;
import lab.crawl.WholeFile;
import lab.crawl.cli.CrawlOptions;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.Json;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;

/** Measures the points of a sweep, one after another, and writes each down before it goes on to the next. */
public final class SweepRun {
  private final String option;
  private final List<String> values;
  private final List<String> variants;
  private final Function<String, CrawlOptions> options;
  private final Path file;

  /**
   * Prepares a sweep.
   *
   * @param option what is swept
   * @param values its values
   * @param options the options of a crawl with one of these values
   * @param file where everything goes, and where an earlier sweep may lie
   */
  public SweepRun(String option, List<String> values, List<String> variants, Function<String, CrawlOptions> options, Path file) {
    this.option = option;
    this.values = values;
    this.variants = variants;
    this.options = options;
    this.file = file;
  }

  /**
   * Measures what isn't measured yet.
   *
   * @param command what to type to go on with it
   * @param restart whether to forget what an earlier sweep has measured
   */
  public Sweep run(String command, boolean restart, boolean quiet) {
    Sweep sweep;
    try (CrawlTarget first = options.apply(values.getFirst()).open()) {
      sweep = begin(command, first, restart);
      if (!option.equals("latency")) {
        return measure(sweep, first, values, quiet);
      }
    }
    // Each latency takes a site of its own.
    for (String value : values) {
      if (isMissing(sweep, value)) {
        try (CrawlTarget target = options.apply(value).open()) {
          sweep = measure(sweep, target, List.of(value), quiet);
        }
      }
    }
    return sweep;
  }

  private Sweep begin(String command, CrawlTarget target, boolean restart) {
    PlanRecord plan = PlanRecord.of(plan(values.getFirst(), target));
    Sweep empty = new Sweep(command, option, values, variants, Machine.here(), target.record(), plan, List.of());
    if (restart || !Files.isRegularFile(file)) {
      return empty;
    }
    Sweep earlier = ResultFiles.read(file, Sweep.class);
    if (!earlier.isSameAs(empty)) {
      return empty;
    }
    int all = values.size() * variants.size();
    System.out.printf("%d of %d runs were measured before: %s (--restart measures all again).%n",
        earlier.points().size(), all, earlier.points().size() < all ? "going on with the others" : "drawn once more");
    return empty.with(earlier.points());
  }

  private boolean isMissing(Sweep sweep, String value) {
    return variants.stream().anyMatch(variant -> sweep.point(variant, value).isEmpty());
  }

  private Sweep measure(Sweep begun, CrawlTarget target, List<String> here, boolean quiet) {
    if (here.stream().noneMatch(value -> isMissing(begun, value))) {
      return begun;
    }
    Sweep sweep = begun;
    SiteWarmUp.run(target, plan(here.getFirst(), target));
    try (var progress = new ComparisonProgress(quiet, values.size() * variants.size(), target.site())) {
      progress.skipped(sweep.points().size());
      for (String value : here) {
        for (String variant : variants) {
          if (sweep.point(variant, value).isEmpty()) {
            progress.begun(variant + " at " + option + " " + value);
            sweep = sweep.with(point(sweep, target, variant, value, progress));
            WholeFile.write(file, Json.pretty(sweep));
            progress.ended();
          }
        }
      }
    }
    return sweep;
  }

  private SweepPoint point(Sweep sweep, CrawlTarget target, String variant, String value, ComparisonProgress progress) {
    CrawlPlan plan = plan(value, target);
    Optional<SweepPoint> same = sameWidth(sweep, Variants.named(variant), plan, target);
    if (same.isPresent()) {
      return new SweepPoint(value, same.get().seed(), same.get().run());
    }
    ResultFiles files = ResultFiles.create(file);
    VariantJob job = new VariantJob(variant, PlanRecord.of(plan).outIn(variant), target.record(), progress.isShown());
    try (VariantProcess process = VariantProcess.started(job, progress::pages)) {
      CrawlOrder order = files.order(variant + " at " + value);
      process.crawl(1, 0, target.site(), order);
      List<RunRecord> crawls = WarmUp.UNTIL_STEADY.run(() -> process.crawl(1, 0, target.site(), order));
      process.makeCopy();
      return new SweepPoint(value, target.record().seed(), crawls.getLast());
    }
  }

  /** A design that makes no use of the width does the same at each: measured once, it needn't be measured again. */
  private Optional<SweepPoint> sameWidth(Sweep sweep, Variant variant, CrawlPlan plan, CrawlTarget target) {
    if (!option.equals("concurrency")) {
      return Optional.empty();
    }
    return sweep.points().stream()
        .filter(point -> point.run().variant().equals(variant.name()))
        .filter(point -> variant.width(plan(point.value(), target)) == variant.width(plan))
        .findFirst();
  }

  private CrawlPlan plan(String value, CrawlTarget target) {
    return options.apply(value).plan(target);
  }
}
