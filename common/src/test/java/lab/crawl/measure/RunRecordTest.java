package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.LowerBound.Advice;
import lab.crawl.measure.LowerBound.Limit;
import lab.fixtures.SiteTotals;
import org.junit.jupiter.api.Test;

/** Runs are read and written flat, under the names that files on disk and the report have for them. */
class RunRecordTest {
  private static final RunRecord WHOLE = new RunRecord(
      "async", 2, 7, 3, "2026-11-22T12:00:00Z", 1_000.5, 480.25,
      new RunRecord.Outcome(8, 1, 4_000_000_000L, true, false, "ab12"),
      new PageTimes(Optional.of(10.5), Optional.of(20.5), Optional.of(11.5), Optional.of(30.25)),
      new RunRecord.Server(Optional.of(9), Optional.of(7), Optional.of(6), Optional.of(5.5), Optional.of(100.5)),
      new RunRecord.Client(900.5, 300.25, 20.5, 90.5, 1, 20, 3_000_000_000L, Optional.of(5_000_000_000L), Optional.of(12.5)),
      new RunRecord.Bound(Optional.of(500.25), Optional.of(50.5), Optional.of(Limit.WAITING), Optional.of(Advice.WIDTH)));

  private static final RunRecord BARE = new RunRecord(
      "sync", 1, 1, 0, "2026-11-22T12:00:00Z", 1_000.5, 480.25,
      new RunRecord.Outcome(8, 0, 4_000, false, true, "ab12"),
      PageTimes.UNKNOWN,
      new RunRecord.Server(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
      new RunRecord.Client(900.5, 0, 0, 90.5, 1, 0, 0, Optional.empty(), Optional.empty()),
      new RunRecord.Bound(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  private static final String WHOLE_ON_DISK = """
      {"variant":"async","jvm":2,"crawl":7,"round":3,"begunAt":"2026-11-22T12:00:00Z","elapsedMillis":1000.5,"startMillis":480.25,
       "clientCpuMillis":900.5,"compilerMillis":300.25,"collectorMillis":20.5,"utilisationPercent":90.5,
       "pages":8,"failed":1,"bytes":4000000000,"complete":true,"capped":false,
       "siteDigest":"ab12","serverRequests":9,"serverPeakInFlight":7,"serverConnections":6,"serverMeanReplyMillis":5.5,
       "serverCpuMillis":100.5,"peakThreads":20,"crawlerThreads":1,"peakRssBytes":3000000000,"heapLeftBytes":5000000000,"othersCpuMillis":12.5,
       "fetchP50Millis":10.5,"fetchP95Millis":20.5,"visitP50Millis":11.5,"visitP95Millis":30.25,
       "boundMillis":500.25,"efficiencyPercent":50.5,"bindingLimit":"waiting","bindingAdvice":"more width"}
      """;

  private static final String BARE_ON_DISK = """
      {"variant":"sync","jvm":1,"crawl":1,"round":0,"begunAt":"2026-11-22T12:00:00Z","elapsedMillis":1000.5,"startMillis":480.25,
       "clientCpuMillis":900.5,"compilerMillis":0.0,"collectorMillis":0.0,"utilisationPercent":90.5,
       "pages":8,"failed":0,"bytes":4000,"complete":false,"capped":true,
       "siteDigest":"ab12","peakThreads":0,"crawlerThreads":1,"peakRssBytes":0}
      """;

  @Test
  void isWrittenFlat() throws JsonProcessingException {
    assertThat(tree(Json.line(WHOLE))).isEqualTo(tree(WHOLE_ON_DISK));
    assertThat(tree(Json.pretty(WHOLE))).isEqualTo(tree(WHOLE_ON_DISK));
  }

  @Test
  void whatIsAbsentIsLeftOut() throws JsonProcessingException {
    assertThat(tree(Json.line(BARE))).isEqualTo(tree(BARE_ON_DISK));
  }

  @Test
  void whatWasWrittenCanBeRead() {
    assertThat(Json.read(WHOLE_ON_DISK, RunRecord.class)).isEqualTo(WHOLE);
    assertThat(Json.read(BARE_ON_DISK, RunRecord.class)).isEqualTo(BARE);
  }

  @Test
  void aFieldThatNobodyKnowsIsPassedOver() {
    assertThat(Json.read(BARE_ON_DISK.replaceFirst("\\{", "{\"new\":1,"), RunRecord.class)).isEqualTo(BARE);
  }

  @Test
  void isFlatInARunFileAsWell() throws JsonProcessingException {
    RunFile whole = file(WHOLE);
    RunFile bare = file(BARE);

    assertThat(tree(Json.pretty(whole)).get("serverRequests").intValue()).isEqualTo(9);
    assertThat(tree(Json.pretty(bare)).has("serverRequests")).isFalse();
    assertThat(Json.read(Json.pretty(whole), RunFile.class)).isEqualTo(whole);
    assertThat(Json.read(Json.pretty(bare), RunFile.class)).isEqualTo(bare);
  }

  /** By hand: 900.5 ms of the client without 320.75 of its JVM's own, and 100,000 of the site, but for 40 that the clock may be off. */
  @Test
  void whereTheSiteIsOnTheSameMachineItsCpuTimeIsPartOfTheBound() {
    SiteTotals counts = new SiteTotals(8, 7, 6, 5.5, 100_000);

    RunRecord run = WHOLE.observed(1, 2, Optional.of(counts), new ProcessWatch.Peak(20, 1), Optional.empty());

    double least = (900.5 - 320.75 + 100_000 - 40) / Runtime.getRuntime().availableProcessors();
    assertThat(run.bound().millis().orElseThrow()).isCloseTo(least, within(1e-6));
    assertThat(run.bound().limit()).contains(Limit.MACHINE);
    assertThat(run.bound().advice()).contains(Advice.MACHINE);
  }

  @Test
  void aSiteThatNeedsLittleChangesNoBound() {
    SiteTotals counts = new SiteTotals(8, 7, 6, 5.5, 10);

    RunRecord run = WHOLE.observed(1, 2, Optional.of(counts), new ProcessWatch.Peak(20, 1), Optional.empty());

    assertThat(run.bound()).isEqualTo(WHOLE.bound());
  }

  /** By hand: half of one core's time, in a crawl of 1,000.5 ms, although they were counted for two seconds. */
  @Test
  void othersAreToldForTheTimeOfTheCrawl() {
    long[] othersAndClock = {0, 1};
    Others others = new Others(() -> othersAndClock[0], () -> othersAndClock[1]);
    othersAndClock[0] += 1_000_000_000;
    othersAndClock[1] += 2_000_000_000;

    RunRecord run = WHOLE.observed(1, 2, Optional.empty(), new ProcessWatch.Peak(20, 1), Optional.of(others));

    assertThat(run.client().othersCpuMillis().orElseThrow()).isCloseTo(500.25, within(1e-6));
  }

  /** By hand: 9 requests of 5.5 ms each in 1,000.5 ms. */
  @Test
  void theMeanInFlightGoesByLittlesLaw() {
    assertThat(WHOLE.meanInFlight().orElseThrow()).isCloseTo(9 * 5.5 / 1_000.5, within(1e-9));
    assertThat(BARE.meanInFlight()).isEmpty();
  }

  private static RunFile file(RunRecord run) {
    return new RunFile(
        run, new Machine("Linux 6.1 amd64", "Some CPU", 2, 16_000_000_000L, "Temurin 25", 4_000_000_000L, "G1", "-Xmx1g"),
        new SiteRecord("flat:7", Optional.of("5ms"), Optional.of(5.0), "http://h/"),
        PlanRecord.of(CrawlPlan.of("http://h/").build()));
  }

  private static JsonNode tree(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }
}
