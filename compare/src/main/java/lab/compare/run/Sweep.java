package lab.compare.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.SiteRecord;

/**
 * What a sweep has measured so far, as its file holds it: so a sweep that was stopped can go on.
 *
 * @param command what to type to measure it, or to go on with it
 * @param option what is swept: {@code concurrency}, {@code latency} or {@code checksum-rounds}
 * @param values its values
 * @param variants who is measured at each
 * @param machine what it runs on
 * @param site what is crawled; of a latency sweep the first one
 * @param plan how it is crawled, with the first value
 * @param points what was measured
 */
public record Sweep(
    String command,
    String option,
    List<String> values,
    List<String> variants,
    Machine machine,
    SiteRecord site,
    PlanRecord plan,
    List<SweepPoint> points) {

  /** Copies the points. */
  public Sweep {
    points = List.copyOf(points);
  }

  /** Whether another sweep measures the very same, so that one can go on with the other's points. */
  boolean isSameAs(Sweep other) {
    return option.equals(other.option)
        && values.equals(other.values)
        && variants.equals(other.variants)
        && machine.equals(other.machine)
        && site.name().equals(other.site.name())
        && site.latency().equals(other.site.latency())
        && withoutSeed(plan).equals(withoutSeed(other.plan));
  }

  /** The practice site may have another port than last time. */
  private static String withoutSeed(PlanRecord plan) {
    return plan.toString().replace(plan.seeds().toString(), "");
  }

  /** With one more point. */
  Sweep with(SweepPoint point) {
    return with(Stream.concat(points.stream(), Stream.of(point)).toList());
  }

  /** With these points instead. */
  Sweep with(List<SweepPoint> measured) {
    return new Sweep(command, option, values, variants, machine, site, plan, measured);
  }

  /** What was measured of one variant at one value. */
  public Optional<SweepPoint> point(String variant, String value) {
    return points.stream()
        .filter(point -> point.value().equals(value) && point.run().variant().equals(variant))
        .findFirst();
  }

  /** Values at which the variants did not do the same work, as far as they crawled the same URLs. */
  public List<String> differing() {
    return values.stream().filter(value -> points.stream().anyMatch(a -> points.stream().anyMatch(b -> differ(value, a, b)))).toList();
  }

  private static boolean differ(String value, SweepPoint a, SweepPoint b) {
    return a.value().equals(value)
        && b.value().equals(value)
        && a.seed().equals(b.seed())
        && !a.run().outcome().siteDigest().equals(b.run().outcome().siteDigest());
  }
}
