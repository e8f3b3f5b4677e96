package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchSettings;
import lab.crawl.Limits;
import lab.crawl.Politeness;
import lab.crawl.RequestSettings;
import lab.crawl.RetryPolicy;
import lab.crawl.Robots;
import lab.crawl.Scope;
import lab.crawl.Sitemaps;
import lab.crawl.WorkSettings;
import okhttp3.HttpUrl;

/**
 * A {@link CrawlPlan} as JSON: to be written beside results, and to be sent to another process.
 *
 * @param seeds the seed URLs
 * @param scope {@code origin} or {@code prefix}
 * @param requisites {@code same} or {@code any}
 * @param includes regular expressions in Java's syntax, of which one must be found in a URL; none if all URLs are wanted
 * @param excludes the same of which none may be found
 * @param robots what the seeds' sites allow; absent if nobody asked them
 * @param sitemaps what sitemaps list; absent if nobody wants any
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlanRecord(
    List<String> seeds,
    String scope,
    String requisites,
    List<String> includes,
    List<String> excludes,
    Optional<Robots> robots,
    Optional<Sitemaps> sitemaps,
    int concurrency,
    Limits limits,
    Politeness politeness,
    RetryPolicy retries,
    Fetch fetch,
    WorkSettings work) {

  /**
   * {@link FetchSettings} without their {@link RequestSettings}, which are much too secret to be written down.
   *
   * @param requests what of these is no secret, for a person; absent if nothing was said
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Fetch(Duration timeout, long maxBodyBytes, String userAgent, Optional<String> requests) {
    static Fetch of(FetchSettings fetch) {
      Optional<String> requests = Optional.of(fetch.requests().toString()).filter(said -> !said.isEmpty());
      return new Fetch(fetch.timeout(), fetch.maxBodyBytes(), fetch.userAgent(), requests);
    }

    FetchSettings toSettings() {
      return new FetchSettings(timeout, maxBodyBytes, userAgent, RequestSettings.NONE);
    }
  }

  /** Copies the lists. */
  public PlanRecord {
    seeds = List.copyOf(seeds);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Writes a plan down. */
  public static PlanRecord of(CrawlPlan plan) {
    return new PlanRecord(
        plan.scope().seeds().stream().map(HttpUrl::toString).toList(),
        plan.scope().reach().label(),
        plan.scope().requisites().label(),
        texts(plan.scope().filter().includes()),
        texts(plan.scope().filter().excludes()),
        Optional.of(plan.robots()).filter(robots -> !robots.equals(Robots.NONE)),
        Optional.of(plan.scope().sitemaps()).filter(sitemaps -> !sitemaps.equals(Sitemaps.NONE)),
        plan.concurrency(),
        plan.limits(),
        plan.politeness(),
        plan.retries(),
        Fetch.of(plan.fetch()),
        plan.work());
  }

  /**
   * Reads it back, but for what goes with each request.
   *
   * @throws IllegalArgumentException with one line that names a value which no plan may have
   */
  public CrawlPlan toPlan() {
    CrawlPlan.Builder plan =
        CrawlPlan.of(seeds.stream().map(HttpUrl::get).toList())
            .reach(Scope.Reach.ofLabel(scope))
            .requisites(Scope.Requisites.ofLabel(requisites))
            .robots(robots.orElse(Robots.NONE))
            .sitemaps(sitemaps.orElse(Sitemaps.NONE))
            .concurrency(concurrency)
            .limits(limits)
            .politeness(politeness)
            .retries(retries)
            .fetch(fetch.toSettings())
            .work(work);
    includes.stream().map(Pattern::compile).forEach(plan::include);
    excludes.stream().map(Pattern::compile).forEach(plan::exclude);
    return plan.build();
  }

  /** The same plan for one of several crawls, see {@link WorkSettings#outIn}. */
  public PlanRecord outIn(String name) {
    return new PlanRecord(
        seeds, scope, requisites, includes, excludes, robots, sitemaps, concurrency, limits, politeness, retries, fetch, work.outIn(name));
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::pattern).toList();
  }

  /** What a title says of the lock, after all else: nothing if there is none. */
  public String lockNote() {
    return work.interpreterLock() ? " · with an interpreter lock" : "";
  }
}
