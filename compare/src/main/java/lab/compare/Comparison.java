package lab.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.crawl.CrawlPlan;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;

/**
 * Runs variants on one site, one after another, each in a fresh JVM, in rounds: so what drifts on the machine meanwhile
 * (heat, neighbours, caches) falls on all of them alike.
 */
final class Comparison {
  private static final List<Boolean> COLD_THEN_WARM = List.of(false, true);

  private final CrawlTarget target;
  private final PlanRecord plan;
  private final Path manifests;
  private final Verification verification = new Verification();
  private final List<RunRecord> runs = new ArrayList<>();

  /**
   * Prepares a comparison.
   *
   * @param target what to crawl
   * @param plan how, the same for every variant
   * @param manifests an existing folder for the manifests of all crawls
   */
  Comparison(CrawlTarget target, CrawlPlan plan, Path manifests) {
    this.target = target;
    this.plan = PlanRecord.of(plan);
    this.manifests = manifests;
  }

  /**
   * Crawls with each variant once cold and once warm.
   *
   * @param round its number, 1 for the first
   * @param progress is told of each crawl
   */
  void round(int round, List<String> variants, ComparisonProgress progress) {
    for (String variant : variants) {
      progress.begun(name(variant, round, false));
      try (VariantProcess process = new VariantProcess(new Job(variant, plan))) {
        for (boolean warm : COLD_THEN_WARM) {
          progress.begun(name(variant, round, warm));
          crawl(process, name(variant, round, warm), round);
          progress.ended();
        }
      }
    }
  }

  private void crawl(VariantProcess process, String name, int round) {
    Path manifest = manifests.resolve(name.replace(' ', '-') + ".tsv");
    RunRecord run = process.crawl(round, target.site(), manifest);
    String found = read(manifest);
    if (!found.contains("\tsaved\t")) {
      throw nothingSaved(found);
    }
    runs.add(run);
    if (run.complete() && !run.capped()) {
      verification.check(name, found);
    }
  }

  private UncheckedIOException nothingSaved(String manifest) {
    String seed = manifest.lines().skip(1).findFirst().orElse("");
    String message = "nothing to compare, for nothing could be saved from " + seed.replaceAll("(\t-)+$", "").replace('\t', ' ');
    return new UncheckedIOException(message, new IOException(message));
  }

  private static String name(String variant, int round, boolean warm) {
    return variant + " round " + round + (warm ? " warm" : " cold");
  }

  private static String read(Path manifest) {
    try {
      return Files.readString(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest + ": " + e, e);
    }
  }

  /** What was measured so far. */
  Results results() {
    return new Results(Machine.here(), target.record(), plan, runs);
  }

  /** What was found by holding the manifests side by side so far. */
  Verification verification() {
    return verification;
  }
}
