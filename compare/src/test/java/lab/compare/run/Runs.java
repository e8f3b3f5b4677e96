package lab.compare.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.LowerBound.Advice;
import lab.crawl.measure.LowerBound.Limit;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PageTimes;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.SiteRecord;

/**
 * Made-up figures of a comparison on a quiet machine of two cores. A test says only what it is about; nothing else in here
 * gives rise to a warning.
 */
public final class Runs {
  public static final SiteRecord SITE = new SiteRecord("flat:7", Optional.of("5ms"), Optional.of(5.0), "http://h/");

  private final List<RunRecord> runs = new ArrayList<>();
  private Machine machine = machine(2);
  private SiteRecord site = SITE;
  private PlanRecord plan = plan(8, 40);

  /** A machine with so many cores, else always the same. */
  public static Machine machine(int cores) {
    return new Machine("Linux 6.1 amd64", "Some CPU", cores, 16_000_000_000L, "Temurin 25", 4_000_000_000L, "G1", "-Xmx1g");
  }

  public static PlanRecord plan(int concurrency, int checksumRounds) {
    return PlanRecord.of(CrawlPlan.of("http://h/").concurrency(concurrency).checksumRounds(checksumRounds).build());
  }

  /** The usual plan, with an interpreter lock. */
  public static PlanRecord planWithLock() {
    return PlanRecord.of(CrawlPlan.of("http://h/").concurrency(8).checksumRounds(40).interpreterLock(true).build());
  }

  /** A JVM's first crawl. */
  public static Run cold(String variant, int jvm, double millis) {
    return new Run(variant, jvm, 1, false, millis);
  }

  /** A crawl that its JVM makes to warm up. */
  public static Run warmUp(String variant, int jvm, double cpuMillis) {
    return new Run(variant, jvm, 2, false, 2_000).cpu(cpuMillis);
  }

  /** A crawl that counts; each round has a JVM of its own. */
  public static Run warm(String variant, int round, double millis) {
    return new Run(variant, round, 5, true, millis);
  }

  /** Rounds of one variant, whose warm crawls take so long and whose cold ones twice as long. */
  public static Runs of(String variant, double... warmMillis) {
    return new Runs().and(variant, warmMillis);
  }

  public static Runs of(Run... runs) {
    return new Runs().and(runs);
  }

  public Runs and(String variant, double... warmMillis) {
    for (int i = 0; i < warmMillis.length; i++) {
      and(cold(variant, i + 1, 2 * warmMillis[i]), warm(variant, i + 1, warmMillis[i]));
    }
    return this;
  }

  public Runs and(Run... more) {
    Stream.of(more).map(Run::record).forEach(runs::add);
    return this;
  }

  public Runs on(Machine other) {
    machine = other;
    return this;
  }

  public Runs on(SiteRecord other) {
    site = other;
    return this;
  }

  public Runs by(PlanRecord other) {
    plan = other;
    return this;
  }

  public Results results() {
    List<String> variants = runs.stream().map(RunRecord::variant).distinct().toList();
    List<RunRecord> all = Stream.concat(warmUps(), runs.stream()).toList();
    List<Sentence> checked = List.of(Sentence.of("checked.digest", 8, "39108"), Sentence.of("checked.requests", 7));
    return new Results("mvn compare", machine, site, plan, variants, all, checked);
  }

  /** Ten crawls before each measured one that used equally much: each JVM was in a steady state. */
  private Stream<RunRecord> warmUps() {
    return runs.stream()
        .filter(run -> run.round() > 0 && runs.stream().noneMatch(other -> isWarmUpOf(other, run)))
        .flatMap(run -> IntStream.range(0, 10).mapToObj(_ -> warmUp(run.variant(), run.jvm(), 1_000).record()));
  }

  private static boolean isWarmUpOf(RunRecord other, RunRecord run) {
    return other.isWarm() && other.round() == 0 && other.variant().equals(run.variant()) && other.jvm() == run.jvm();
  }

  /** One crawl. */
  public static final class Run {
    private final String variant;
    private int jvm;
    private int round;
    private final int crawl;
    private final double millis;
    private String begunAt = "2026-11-22T12:00:00Z";
    private double cpuMillis = 1_000;
    private double startMillis = 500;
    private int pages = 8;
    private String digest = "digest";
    private Optional<Integer> peakInFlight = Optional.of(8);
    private Optional<Double> replyMillis = Optional.of(5.0);
    private Optional<Double> serverCpuMillis = Optional.of(100.0);
    private Optional<Double> othersCpuMillis = Optional.of(0.0);
    private int threads = 20;
    private long rssBytes = 100_000_000;
    private Optional<Long> heapLeftBytes = Optional.empty();
    private PageTimes pageTimes = PageTimes.UNKNOWN;
    private Optional<Double> boundMillis = Optional.empty();
    private Optional<Limit> limit = Optional.empty();

    private Run(String variant, int jvm, int crawl, boolean isMeasured, double millis) {
      this.variant = variant;
      this.jvm = jvm;
      this.round = isMeasured ? jvm : 0;
      this.crawl = crawl;
      this.millis = millis;
    }

    public Run inRound(int number) {
      jvm = number;
      round = round > 0 ? number : 0;
      return this;
    }

    /** As one of several rounds of a JVM. */
    public Run inJvm(int number) {
      jvm = number;
      return this;
    }

    public Run begunAt(String time) {
      begunAt = time;
      return this;
    }

    public Run cpu(double clientMillis) {
      cpuMillis = clientMillis;
      return this;
    }

    public Run start(double begunMillis) {
      startMillis = begunMillis;
      return this;
    }

    public Run pages(int fetched) {
      pages = fetched;
      return this;
    }

    public Run digest(String siteDigest) {
      digest = siteDigest;
      return this;
    }

    public Run inFlight(int peak) {
      peakInFlight = Optional.of(peak);
      return this;
    }

    public Run replies(double meanMillis) {
      replyMillis = Optional.of(meanMillis);
      return this;
    }

    public Run serverCpu(double usedMillis) {
      serverCpuMillis = Optional.of(usedMillis);
      return this;
    }

    public Run othersCpu(double usedMillis) {
      othersCpuMillis = Optional.of(usedMillis);
      return this;
    }

    public Run threads(int peak) {
      threads = peak;
      return this;
    }

    public Run rss(long bytes) {
      rssBytes = bytes;
      return this;
    }

    public Run heapLeft(long bytes) {
      heapLeftBytes = Optional.of(bytes);
      return this;
    }

    /** Medians and 95th percentiles of fetches and of visits. */
    public Run pageTimes(double fetchP50, double fetchP95, double visitP50, double visitP95) {
      pageTimes = new PageTimes(Optional.of(fetchP50), Optional.of(fetchP95), Optional.of(visitP50), Optional.of(visitP95));
      return this;
    }

    /** How good it could have been, and what binds it. */
    public Run bound(double leastMillis, Limit bindingLimit) {
      boundMillis = Optional.of(leastMillis);
      limit = Optional.of(bindingLimit);
      return this;
    }

    /** As on a real site, which tells nothing. */
    public Run onARealSite() {
      peakInFlight = Optional.empty();
      replyMillis = Optional.empty();
      serverCpuMillis = Optional.empty();
      return this;
    }

    /** As the comparison has it. */
    public RunRecord record() {
      return new RunRecord(
          variant, jvm, crawl, round, begunAt, millis, startMillis,
          new RunRecord.Outcome(pages, 0, 4_000, true, false, digest),
          pageTimes,
          new RunRecord.Server(peakInFlight.map(_ -> pages), peakInFlight, peakInFlight, replyMillis, serverCpuMillis),
          new RunRecord.Client(cpuMillis, 0, 0, 100 * cpuMillis / millis, 0, threads, rssBytes, heapLeftBytes, othersCpuMillis),
          new RunRecord.Bound(
              boundMillis, boundMillis.map(bound -> 100 * bound / millis), limit, limit.map(_ -> Advice.WIDTH)));
    }
  }
}
