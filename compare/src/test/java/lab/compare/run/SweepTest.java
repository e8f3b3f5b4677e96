package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.SiteRecord;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Sweep SWEEP = new Sweep("mvn compare", "concurrency", List.of("1", "2"), List.of("sync", "async"),
      Runs.machine(2), Runs.SITE, Runs.plan(1, 40), List.of());

  @Test
  void goesOnWithOneOfAnotherDayAndPort() {
    SiteRecord otherPort = new SiteRecord("flat:7", Optional.of("5ms"), Optional.of(5.0), "http://h:81/");
    PlanRecord plan = PlanRecord.of(CrawlPlan.of("http://h:81/").concurrency(1).checksumRounds(40).build());
    Sweep other = new Sweep("mvn compare again", "concurrency", List.of("1", "2"), List.of("sync", "async"),
        Runs.machine(2), otherPort, plan, List.of(point("1", "sync", "a")));

    assertThat(SWEEP.isSameAs(other)).isTrue();
  }

  @Test
  void doesNotGoOnWithOneThatMeasuredSomethingElse() {
    SiteRecord slow = new SiteRecord("flat:7", Optional.of("9ms"), Optional.of(9.0), "http://h/");
    SiteRecord large = new SiteRecord("flat:8", Optional.of("5ms"), Optional.of(5.0), "http://h/");

    assertThat(List.of(
        new Sweep("", "latency", SWEEP.values(), SWEEP.variants(), SWEEP.machine(), SWEEP.site(), SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", List.of("1"), SWEEP.variants(), SWEEP.machine(), SWEEP.site(), SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", SWEEP.values(), List.of("sync"), SWEEP.machine(), SWEEP.site(), SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", SWEEP.values(), SWEEP.variants(), Runs.machine(4), SWEEP.site(), SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", SWEEP.values(), SWEEP.variants(), SWEEP.machine(), slow, SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", SWEEP.values(), SWEEP.variants(), SWEEP.machine(), large, SWEEP.plan(), List.of()),
        new Sweep("", "concurrency", SWEEP.values(), SWEEP.variants(), SWEEP.machine(), SWEEP.site(), Runs.plan(1, 41), List.of())))
        .noneMatch(SWEEP::isSameAs);
  }

  @Test
  void findsAPointByVariantAndValue() {
    SweepPoint point = point("2", "sync", "a");
    Sweep sweep = SWEEP.with(point("1", "sync", "a")).with(point);

    assertThat(sweep.points()).hasSize(2);
    assertThat(sweep.point("sync", "2")).contains(point);
    assertThat(sweep.point("async", "2")).isEmpty();
    assertThat(SWEEP.points()).as("the one before is as it was").isEmpty();
  }

  @Test
  void namesTheValuesAtWhichTheWorkDiffered() {
    Sweep sweep = SWEEP.with(List.of(
        point("1", "sync", "a"), point("1", "async", "a"), point("2", "sync", "b"), point("2", "async", "c")));

    assertThat(sweep.differing()).containsExactly("2");
    assertThat(SWEEP.differing()).isEmpty();
  }

  /** The manifest names the site's port, which may be another one when a sweep goes on. */
  @Test
  void onAnotherPortNothingCanDiffer() {
    SweepPoint before = point("1", "sync", "a");
    SweepPoint after = new SweepPoint("1", "http://h:2/", point("1", "async", "b").run());

    assertThat(SWEEP.with(List.of(before, after)).differing()).isEmpty();
  }

  private static SweepPoint point(String value, String variant, String digest) {
    return new SweepPoint(value, "http://h/", Runs.warm(variant, 0, 1_000).digest(digest).record());
  }
}
