package lab.compare.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import lab.crawl.WholeFile;
import lab.crawl.cli.CrawlTarget;
import lab.crawl.measure.FlightRecording;
import lab.crawl.measure.Json;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.Timeline;

/**
 * Runs variants on one site, each in a JVM of its own: cold first, then until all are warm, and then in rounds, in which they take turns.
 * So what drifts on the machine meanwhile (heat, neighbours, caches) falls on all of them alike. The order is another one in each
 * round. All of that is done again with fresh JVMs, because two JVMs that run the same program may well differ for as long as they live.
 */
public final class Comparison {
  private final CrawlTarget target;
  private final Map<String, Contestant> contestants = new LinkedHashMap<>();
  private final PlanRecord plan;
  private final ResultFiles files;
  private final ComparisonProgress progress;
  private final WarmUp warmUp;
  private final Optional<Path> recordings;
  private final Verification verification = new Verification();
  private final List<RunRecord> runs = new ArrayList<>();

  /**
   * Prepares a comparison.
   *
   * @param target what to crawl
   * @param plan how, the same for every variant
   * @param warmUp how long each JVM crawls before it is measured
   * @param files where manifests and timelines go
   * @param progress is told of each crawl
   * @param recordings the folder where each JVM's Flight Recorder writes; empty if none is to
   */
  public Comparison(
      CrawlTarget target, CrawlPlan plan, WarmUp warmUp, ResultFiles files, ComparisonProgress progress, Optional<Path> recordings) {
    this.target = target;
    this.plan = PlanRecord.of(plan);
    this.warmUp = warmUp;
    this.files = files;
    this.progress = progress;
    this.recordings = recordings;
  }

  /** Lets a variant take part, by its own name; a second time by {@code name 2}, and so on. */
  public void add(String variant) {
    long before = contestants.values().stream().filter(other -> other.variant().equals(variant)).count();
    add(new Contestant(before == 0 ? variant : variant + " " + (before + 1), variant, plan));
  }

  /** Lets a variant take part by another name and plan. */
  void add(Contestant contestant) {
    contestants.put(contestant.label(), contestant);
  }

  /**
   * Measures all.
   *
   * @param jvms in how many fresh JVMs each is measured, one after another; no more than rounds
   * @param rounds how often each is measured
   * @param saved is called whenever there is more to be kept, and before a copy is made of what was saved
   */
  public void measure(int jvms, int rounds, Runnable saved) {
    for (int jvm = 1; jvm <= jvms; jvm++) {
      int first = 1 + (jvm - 1) * rounds / jvms;
      int next = 1 + jvm * rounds / jvms;
      measure(jvm, IntStream.range(first, next).boxed().toList(), saved);
    }
  }

  /** In one JVM each, the next ones. */
  private void measure(int jvm, List<Integer> rounds, Runnable saved) {
    try (VariantProcesses processes = new VariantProcesses()) {
      for (Contestant contestant : shuffled(jvm)) {
        progress.begun(contestant.label() + ", a fresh JVM");
        VariantJob job = new VariantJob(contestant.variant(), contestant.ownPlan(), target.record(), progress.isShown());
        Optional<Path> recording = recordings.map(folder -> FlightRecording.file(folder, contestant.label() + " jvm " + jvm));
        crawl(contestant, processes.add(contestant, VariantProcess.started(job, progress::pages, recording)), jvm, 0);
      }
      progress.begun("warming up all");
      runs.addAll(warmUp(processes, jvm));
      for (int round : rounds) {
        for (Contestant contestant : shuffled(-round)) {
          crawl(contestant, processes.of(contestant), jvm, round);
        }
      }
      saved.run();
      contestants.values().forEach(contestant -> processes.of(contestant).makeCopy());
    }
  }

  /** The same order for the same seed: so a comparison can be repeated. */
  private List<Contestant> shuffled(int seed) {
    List<Contestant> order = new ArrayList<>(contestants.values());
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  /** Several at the same time, because nothing is measured yet; one more than there are cores, because some mostly wait. */
  private List<RunRecord> warmUp(VariantProcesses processes, int jvm) {
    try (ExecutorService pool = Executors.newFixedThreadPool(1 + Runtime.getRuntime().availableProcessors())) {
      List<Future<List<RunRecord>>> warmUps = contestants.values().stream()
          .map(contestant -> pool.submit(() -> warmUp(contestant, processes.of(contestant), jvm)))
          .toList();
      try {
        List<RunRecord> all = new ArrayList<>();
        for (Future<List<RunRecord>> one : warmUps) {
          all.addAll(get(one));
          progress.ended();
        }
        return all;
      } catch (RuntimeException | Error e) {
        // Else the pool would wait for the others, whose crawls nobody wants any more.
        processes.close();
        throw e;
      }
    }
  }

  private List<RunRecord> warmUp(Contestant contestant, VariantProcess process, int jvm) {
    CrawlOrder order = files.order(contestant.label() + " warm-up");
    return warmUp.run(() -> process.crawl(jvm, 0, Optional.empty(), order).named(contestant.label()));
  }

  /** What a warm-up gave; what it threw is thrown on. */
  private static List<RunRecord> get(Future<List<RunRecord>> warmUp) {
    try {
      return warmUp.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException(other);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while JVMs warmed up", e);
    }
  }

  private void crawl(Contestant contestant, VariantProcess process, int jvm, int round) {
    boolean warm = round > 0;
    String name = Results.name(contestant.label(), warm ? round : jvm, warm);
    progress.begun(name);
    RunRecord run = process.crawl(jvm, round, target.site(), files.order(name)).named(contestant.label());
    progress.ended();
    String found = read(files.manifest(name));
    if (!found.contains("\tsaved\t")) {
      throw nothingSaved(found);
    }
    Timeline timeline = ResultFiles.read(files.timeline(name), Timeline.class);
    CrawlTimeline whole = new CrawlTimeline(run.variant(), warm ? round : jvm, warm, timeline, process.samples());
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
    List<String> labels = List.copyOf(contestants.keySet());
    return new Results(command, Machine.here(), target.record(), plan, labels, runs, verification.sentences(runs));
  }

  /** Whether all crawls so far did the same work. */
  public boolean allEqual() {
    return verification.allEqual();
  }
}
