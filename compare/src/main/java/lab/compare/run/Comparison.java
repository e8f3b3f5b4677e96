package lab.compare.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.crawl.CrawlPlan;
import lab.crawl.WholeFile;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.Json;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/**
 * Runs variants on one site, one after another, each in a fresh JVM, in rounds: so what drifts on the machine meanwhile
 * (heat, neighbours, caches) falls on all of them alike. Each round begins with another variant than the one before.
 */
public final class Comparison {
  private final CrawlTarget target;
  private final PlanRecord plan;
  private final ResultFiles files;
  private final ComparisonProgress progress;
  private final Verification verification = new Verification();
  private final List<RunRecord> runs = new ArrayList<>();

  /**
   * Prepares a comparison.
   *
   * @param target what to crawl
   * @param plan how, the same for every variant
   * @param files where manifests and timelines go
   * @param progress is told of each crawl
   */
  public Comparison(CrawlTarget target, CrawlPlan plan, ResultFiles files, ComparisonProgress progress) {
    this.target = target;
    this.plan = PlanRecord.of(plan);
    this.files = files;
    this.progress = progress;
  }

  /**
   * Crawls with each variant once cold and once warm.
   *
   * @param round its number, 1 for the first
   * @param warmUps how many crawls come between the two that are not measured
   */
  public void round(int round, List<String> variants, int warmUps) {
    List<String> order = new ArrayList<>(variants);
    Collections.rotate(order, 1 - round);
    for (String variant : order) {
      progress.begun(Results.name(variant, round, false));
      VariantJob job = new VariantJob(variant, plan, target.record(), progress.isShown());
      try (VariantProcess process = VariantProcess.started(job, progress::pages)) {
        crawl(process, Results.name(variant, round, false), round);
        for (int i = 0; i < warmUps; i++) {
          warmUp(process, Results.name(variant, round, true));
        }
        crawl(process, Results.name(variant, round, true), round);
      }
    }
  }

  private void warmUp(VariantProcess process, String name) {
    progress.begun("warm-up of " + name);
    process.crawl(0, target.site(), files.order(name));
    progress.ended();
  }

  private void crawl(VariantProcess process, String name, int round) {
    progress.begun(name);
    RunRecord run = process.crawl(round, target.site(), files.order(name));
    progress.ended();
    String found = read(files.manifest(name));
    if (!found.contains("\tsaved\t")) {
      throw nothingSaved(found);
    }
    Timeline timeline = ResultFiles.read(files.timeline(name), Timeline.class);
    CrawlTimeline whole = new CrawlTimeline(run.variant(), run.round(), run.warm(), timeline, process.samples());
    WholeFile.write(files.timeline(name), Json.line(whole) + "\n");
    runs.add(run);
    if (run.outcome().complete() && !run.outcome().capped()) {
      verification.check(name, found);
    }
  }

  private UncheckedIOException nothingSaved(String manifest) {
    String seed = manifest.lines().skip(1).findFirst().orElse("");
    String message = "nothing to compare, for nothing could be saved from " + seed.replaceAll("(\t-)+$", "").replace('\t', ' ');
    return new UncheckedIOException(message, new IOException(message));
  }

  private static String read(Path manifest) {
    try {
      return Files.readString(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest + ": " + e, e);
    }
  }

  /**
   * What was measured so far.
   *
   * @param command what to type to measure it again
   */
  public Results results(String command) {
    return new Results(command, Machine.here(), target.record(), plan, runs, verification.lines(runs));
  }

  /** Whether all crawls so far did the same work. */
  public boolean allEqual() {
    return verification.allEqual();
  }
}
