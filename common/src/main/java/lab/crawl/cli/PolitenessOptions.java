package lab.crawl.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Politeness;
import okhttp3.HttpUrl;
import picocli.CommandLine.Option;

/** How much of a site's attention a crawl takes: a part of {@link CrawlOptions}. */
final class PolitenessOptions {
  private static final int WIDTH_ELSEWHERE = 2;

  @Option(names = "--concurrency", paramLabel = "N",
      description = {
        "The width: most fetches in flight at a time.",
        "Default: " + CrawlPlan.Builder.CONCURRENCY + "; " + WIDTH_ELSEWHERE + " if a seed is on another machine."
      })
  private Optional<Integer> concurrency = Optional.empty();

  @Option(names = "--politeness-delay", paramLabel = "TIME", converter = DurationConverter.class,
      description = {
        "Least time between two requests to one host, such as 500ms; it is then asked for one page at a time.",
        "Default: none on this machine, 1s elsewhere."
      })
  private Optional<Duration> delay = Optional.empty();

  void addTo(CrawlPlan.Builder plan, List<HttpUrl> seeds) {
    boolean isHere = seeds.stream().allMatch(Politeness::isLoopback);
    plan.concurrency(concurrency.orElse(isHere ? CrawlPlan.Builder.CONCURRENCY : WIDTH_ELSEWHERE));
    plan.politeness(delay.map(Politeness::of).orElse(Politeness.USUAL));
  }

  /** What was chosen, for a person; empty if no seed's host is to be left alone between requests. */
  static Optional<String> line(CrawlPlan plan) {
    return plan.scope().seeds().stream()
        .map(seed -> plan.politeness().delay(seed.resolve("/").toString()))
        .max(Duration::compareTo)
        .filter(Duration::isPositive)
        .map(longest -> "polite: one page of a host at a time, %s ms after the last (--politeness-delay); %d at a time of all hosts (--concurrency)"
            .formatted(longest.toMillis(), plan.concurrency()));
  }
}
