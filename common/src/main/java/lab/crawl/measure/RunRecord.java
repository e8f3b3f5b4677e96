package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.crawl.measure.LowerBound.Advice;
import lab.crawl.measure.LowerBound.Limit;
import lab.fixtures.SiteTotals;

/**
 * One measured crawl as it is written to JSON files. Times are in milliseconds, fractions included.
 *
 * <p>The files are flat: the fields of the records in here stand beside {@code variant} and {@code round}, so some of them have
 * longer names there than in Java. A field that nobody here knows is passed over when a file is read: a flat object doesn't say
 * which record it would belong to.
 *
 * @param variant the variant's name
 * @param jvm which of the variant's JVMs, 1 for the first
 * @param crawl which crawl of that JVM, 1 for the first, the cold one
 * @param round which round of the comparison, 1 for the first; 0 if it was in none: cold, or to warm up
 * @param begunAt when the crawl began, as ISO 8601 has it, in UTC
 * @param elapsedMillis from the crawl's begin to its end
 * @param startMillis from the launch of the JVM to the begin of its first crawl
 * @param outcome what it came to
 * @param pageTimes how long its pages took
 * @param server what the site saw of it
 * @param client what it took
 * @param bound how good it could have been
 */
public record RunRecord(
    String variant,
    int jvm,
    int crawl,
    int round,
    String begunAt,
    double elapsedMillis,
    double startMillis,
    @JsonUnwrapped Outcome outcome,
    @JsonUnwrapped PageTimes pageTimes,
    @JsonUnwrapped Server server,
    @JsonUnwrapped Client client,
    @JsonUnwrapped Bound bound) {
  /** The clock may be a step off for program and for kernel, of the client and of the site. */
  private static final double CPU_CLOCK_ERROR_MILLIS = 4 * CpuTimes.MILLIS_PER_TICK;

  /** From so much on, one step more or less for program and kernel is a tenth at most. */
  private static final double LEAST_CPU_MILLIS = 20 * CpuTimes.MILLIS_PER_TICK;

  /**
   * What a crawl came to.
   *
   * @param pages URLs fetched, whatever came of it
   * @param failed how many of them failed
   * @param bytes bodies saved, in bytes, content coding undone
   * @param complete false if the crawl was interrupted
   * @param capped true if {@code --max-pages} cut it short: then the digest is not comparable
   * @param siteDigest SHA-256 of the manifest
   */
  public record Outcome(int pages, int failed, long bytes, boolean complete, boolean capped, String siteDigest) {
    private static Outcome of(CrawlResult result, String siteDigest) {
      return new Outcome(
          result.fetched(), result.count(Visit.Failed.class), result.savedBytes(), result.complete(), result.capped(), siteDigest);
    }
  }

  /**
   * What the site saw of a crawl. All of it is absent if nobody asked the site, or if it is not a practice site.
   *
   * @param requests requests that the site counted
   * @param peakInFlight most requests in flight at a time
   * @param connections connections opened
   * @param meanReplyMillis from a request's arrival to the end of its reply, on average
   * @param cpuMillis CPU time of the site meanwhile
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Server(
      @JsonProperty("serverRequests") Optional<Integer> requests,
      @JsonProperty("serverPeakInFlight") Optional<Integer> peakInFlight,
      @JsonProperty("serverConnections") Optional<Integer> connections,
      @JsonProperty("serverMeanReplyMillis") Optional<Double> meanReplyMillis,
      @JsonProperty("serverCpuMillis") Optional<Double> cpuMillis) {

    private static Server of(Optional<SiteTotals> counts) {
      return new Server(
          counts.map(SiteTotals::requests), counts.map(SiteTotals::peakInFlight), counts.map(SiteTotals::connections),
          counts.map(SiteTotals::meanReplyMillis), counts.map(SiteTotals::cpuMillis));
    }
  }

  /**
   * What a crawl took of the machine, and what was left for others.
   *
   * @param cpuMillis CPU time of the client: all of its processes, none of the site's
   * @param compilerMillis the part of it that just-in-time compilers took; 0 where nobody knows
   * @param collectorMillis the part of it that garbage collectors took; 0 where nobody knows
   * @param utilisationPercent client CPU ÷ elapsed; 100 is one core busy all the time
   * @param crawlerThreads platform threads that the variant itself had when the crawl was over, beside the one that called it
   * @param peakThreads most operating-system threads of the client at a time; 0 if nobody looked
   * @param peakRssBytes most memory of the client at a time; 0 if nobody looked
   * @param heapLeftBytes what the last collections left in the client's heaps; absent where nobody knows
   * @param othersCpuMillis CPU time that programs used meanwhile which are neither the client nor the site; absent if nobody
   *     looked
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Client(
      @JsonProperty("clientCpuMillis") double cpuMillis,
      double compilerMillis,
      double collectorMillis,
      double utilisationPercent,
      int crawlerThreads,
      int peakThreads,
      long peakRssBytes,
      Optional<Long> heapLeftBytes,
      Optional<Double> othersCpuMillis) {

    private static Client of(MeasuredCrawl crawl) {
      return new Client(
          millis(crawl.clientCpu()),
          millis(crawl.overhead().compiler()),
          millis(crawl.overhead().collector()),
          crawl.utilisationPercent(),
          crawl.crawlerThreads(),
          0,
          0,
          crawl.heapLeft(),
          Optional.empty());
    }

    /** Others are counted for a moment longer than the crawl took: what they had is told as if at the same rate. */
    private Client observed(ProcessWatch.Peak peak, Optional<Others> others, double elapsedMillis) {
      return new Client(
          cpuMillis, compilerMillis, collectorMillis, utilisationPercent, crawlerThreads, peak.threads(), peak.rssBytes(),
          heapLeftBytes,
          others.map(known -> known.percentOfOneCore() / 100 * elapsedMillis));
    }

    /** The utilisation; empty if there was so little CPU time that the clock's steps are more than a few percent of it. */
    public Optional<Double> utilisation() {
      return cpuMillis < LEAST_CPU_MILLIS ? Optional.empty() : Optional.of(utilisationPercent);
    }

    /** What would be needed again if the program were run once more: without compiling and collecting. */
    double steadyMillis() {
      return Math.max(0, cpuMillis - compilerMillis - collectorMillis);
    }
  }

  /**
   * How good a crawl could have been. All of it is absent if the site's latency is unknown, and with an interpreter lock.
   *
   * @param millis the least elapsed that this design could have reached
   * @param efficiencyPercent bound ÷ elapsed
   * @param limit what keeps it from being faster
   * @param advice the one thing that would help
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Bound(
      @JsonProperty("boundMillis") Optional<Double> millis,
      Optional<Double> efficiencyPercent,
      @JsonProperty("bindingLimit") Optional<Limit> limit,
      @JsonProperty("bindingAdvice") Optional<Advice> advice) {

    private static Bound of(Optional<LowerBound> bound, double elapsedMillis) {
      return new Bound(
          bound.map(LowerBound::millis),
          bound.map(known -> 100 * known.millis() / elapsedMillis),
          bound.map(LowerBound::bindingLimit),
          bound.map(LowerBound::advice));
    }

    /** The site is on the same machine, and needs cores, too. */
    private Bound besideTheSite(double cpuMillis, double elapsedMillis) {
      double least = (cpuMillis - CPU_CLOCK_ERROR_MILLIS) / Runtime.getRuntime().availableProcessors();
      return millis.isEmpty() || least <= millis.get()
          ? this
          : new Bound(
              Optional.of(least),
              Optional.of(100 * least / elapsedMillis),
              Optional.of(Limit.MACHINE),
              Optional.of(Advice.MACHINE));
    }
  }

  /**
   * The record of a crawl, without what only the server and an onlooker know.
   *
   * @param crawl which one of this JVM, from 1 on
   * @param siteDigest of its manifest, which is made once
   * @param bound how good it could have been, if that is known
   */
  public static RunRecord of(
      String variant, int crawl, double startMillis, MeasuredCrawl measured, String siteDigest, Optional<LowerBound> bound) {
    double elapsedMillis = millis(measured.elapsed());
    return new RunRecord(
        variant,
        1,
        crawl,
        0,
        measured.begunAt().truncatedTo(ChronoUnit.MILLIS).toString(),
        elapsedMillis,
        startMillis,
        Outcome.of(measured.result(), siteDigest),
        // One that was stopped may have been so because the heap is full.
        measured.recording().filter(_ -> measured.result().complete()).map(PageTimes::of).orElse(PageTimes.UNKNOWN),
        Server.of(Optional.empty()),
        Client.of(measured),
        Bound.of(bound, elapsedMillis));
  }

  /**
   * The same, with what the crawler itself could not know.
   *
   * @param ofJvm which of the variant's JVMs, from 1 on
   * @param inRound which round of the comparison, 0 if it is in none
   * @param counts what the server counted meanwhile, if it counts
   * @param peak what an onlooker saw of the client's processes
   * @param others counts what other programs had, since the crawl's begin; empty where nobody knows
   */
  public RunRecord observed(
      int ofJvm, int inRound, Optional<SiteTotals> counts, ProcessWatch.Peak peak, Optional<Others> others) {
    Server seen = Server.of(counts);
    double cpuMillis = client.steadyMillis() + seen.cpuMillis.orElse(0.0);
    return new RunRecord(
        variant, ofJvm, crawl, inRound, begunAt, elapsedMillis, startMillis, outcome, pageTimes, seen, client.observed(peak, others, elapsedMillis),
        bound.besideTheSite(cpuMillis, elapsedMillis));
  }

  /** The same by another name, where one variant takes part twice. */
  public RunRecord named(String name) {
    return new RunRecord(name, jvm, crawl, round, begunAt, elapsedMillis, startMillis, outcome, pageTimes, server, client, bound);
  }

  /** Whether its JVM had crawled before. */
  @JsonIgnore
  public boolean isWarm() {
    return crawl > 1;
  }

  /**
   * Requests in flight on average, by Little's law: how many came in a second times how long each took (J. D. C. Little, "A Proof for the
   * Queuing Formula L = λW", Operations Research 9(3), 1961). Absent if the site doesn't count.
   */
  public Optional<Double> meanInFlight() {
    return server.requests.flatMap(requests -> server.meanReplyMillis.map(reply -> requests * reply / elapsedMillis));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
