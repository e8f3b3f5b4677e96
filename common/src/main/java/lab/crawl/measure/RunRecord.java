package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.fixtures.SiteTotals;

/**
 * One measured crawl as it is written to JSON files. Times are in milliseconds, fractions included.
 *
 * @param variant the variant's name
 * @param round which round of the comparison, 1 for the first; 0 if there are no rounds
 * @param warm false if this was the first crawl of its JVM
 * @param begunAt when the crawl began, as ISO 8601 has it, in UTC
 * @param elapsedMillis from the crawl's begin to its end
 * @param startMillis from the launch of the JVM to the begin of its first crawl
 * @param clientCpuMillis CPU time of the client: all of its processes, none of the site's
 * @param utilisationPercent client CPU ÷ elapsed; 100 is one core busy all the time
 * @param pages URLs fetched, whatever came of it
 * @param failed how many of them failed
 * @param bytes bodies saved, in bytes, content coding undone
 * @param complete false if the crawl was interrupted
 * @param capped true if {@code --max-pages} cut it short: then the digest is not comparable
 * @param siteDigest SHA-256 of the manifest
 * @param serverRequests requests that the site counted; absent if it is not a practice site
 * @param serverMeanReplyMillis from a request's arrival to the end of its reply, on average, as the site saw it; absent as above
 * @param serverCpuMillis CPU time of the site meanwhile; absent as above
 * @param serverPeakInFlight most requests that the site saw in flight at a time; absent as above
 * @param serverConnections connections that the site saw opened; absent as above
 * @param peakThreads most operating-system threads of the client at a time
 * @param crawlerThreads platform threads that the variant itself had when the crawl was over, beside the one that called it
 * @param peakRssBytes most memory of the client at a time
 * @param othersCpuMillis CPU time that programs used meanwhile which are neither the client nor the site; absent if nobody looked
 * @param boundMillis the least elapsed that this design could have reached; absent if the site's latency is unknown, and
 *     with an interpreter lock
 * @param efficiencyPercent bound ÷ elapsed; absent as above
 * @param bindingLimit what keeps it from being faster: {@code waiting}, {@code computing} or {@code discovering}
 * @param bindingAdvice the one thing that would help, in words
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunRecord(
    String variant,
    int round,
    boolean warm,
    String begunAt,
    double elapsedMillis,
    double startMillis,
    double clientCpuMillis,
    double utilisationPercent,
    int pages,
    int failed,
    long bytes,
    boolean complete,
    boolean capped,
    String siteDigest,
    Optional<Integer> serverRequests,
    Optional<Integer> serverPeakInFlight,
    Optional<Integer> serverConnections,
    Optional<Double> serverMeanReplyMillis,
    Optional<Double> serverCpuMillis,
    int peakThreads,
    int crawlerThreads,
    long peakRssBytes,
    Optional<Double> othersCpuMillis,
    Optional<Double> boundMillis,
    Optional<Double> efficiencyPercent,
    Optional<String> bindingLimit,
    Optional<String> bindingAdvice) {

  /**
   * The record of a crawl, without what only the server and an onlooker know.
   *
   * @param siteDigest of its manifest, which is made once
   * @param bound how good it could have been, if that is known
   */
  public static RunRecord of(
      String variant, boolean warm, double startMillis, MeasuredCrawl crawl, String siteDigest, Optional<LowerBound> bound) {
    CrawlResult result = crawl.result();
    double elapsedMillis = crawl.elapsed().toNanos() / 1e6;
    return new RunRecord(
        variant,
        0,
        warm,
        crawl.begunAt().truncatedTo(ChronoUnit.MILLIS).toString(),
        elapsedMillis,
        startMillis,
        crawl.clientCpu().toNanos() / 1e6,
        crawl.utilisationPercent(),
        result.fetched(),
        result.count(Visit.Failed.class),
        result.savedBytes(),
        result.complete(),
        result.capped(),
        siteDigest,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        crawl.crawlerThreads(),
        0,
        Optional.empty(),
        bound.map(LowerBound::millis),
        bound.map(known -> 100 * known.millis() / elapsedMillis),
        bound.map(known -> known.bindingLimit().label()),
        bound.map(LowerBound::advice));
  }

  /**
   * The same, with what the crawler itself could not know.
   *
   * @param inRound which round of the comparison, 0 if there are no rounds
   * @param counts what the server counted meanwhile, if it counts
   * @param watch what an onlooker saw of the client's processes and of the machine
   */
  public RunRecord observed(int inRound, Optional<SiteTotals> counts, ProcessWatch watch) {
    ProcessWatch.Peak peak = watch.peak();
    double known = clientCpuMillis + counts.map(SiteTotals::cpuMillis).orElse(0.0);
    return new RunRecord(
        variant, inRound, warm, begunAt, elapsedMillis, startMillis, clientCpuMillis, utilisationPercent, pages, failed, bytes,
        complete, capped, siteDigest,
        counts.map(SiteTotals::requests), counts.map(SiteTotals::peakInFlight), counts.map(SiteTotals::connections),
        counts.map(SiteTotals::meanReplyMillis), counts.map(SiteTotals::cpuMillis),
        peak.threads(), crawlerThreads, peak.rssBytes(), Optional.of(Math.max(0, watch.machineCpuMillis() - known)),
        boundMillis, efficiencyPercent, bindingLimit, bindingAdvice);
  }
}
