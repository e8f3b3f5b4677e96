package lab.contract;

import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.WorkSettings;

/** Plans that differ from the one that a broken crawler was given. */
final class Plans {
  private Plans() {}

  static CrawlPlan.Builder like(CrawlPlan plan) {
    return like(plan, withoutScopeAndOut(plan));
  }

  static CrawlPlan.Builder onlyFirstSeed(CrawlPlan plan) {
    return like(plan, CrawlPlan.of(plan.seed()).limits(plan.limits()).politeness(plan.politeness()).retries(plan.retries()));
  }

  private static CrawlPlan.Builder like(CrawlPlan plan, CrawlPlan.Builder builder) {
    builder.reach(plan.scope().reach()).requisites(plan.scope().requisites()).robots(plan.robots())
        .sitemaps(plan.scope().sitemaps());
    plan.scope().filter().includes().forEach(builder::include);
    plan.scope().filter().excludes().forEach(builder::exclude);
    plan.work().out().ifPresent(builder::out);
    return builder;
  }

  /** The whole origin, nothing excluded, no output folder. */
  static CrawlPlan.Builder withoutScopeAndOut(CrawlPlan plan) {
    return CrawlPlan.of(plan.scope().seeds())
        .concurrency(plan.concurrency())
        .limits(plan.limits())
        .politeness(plan.politeness())
        .retries(plan.retries())
        .fetch(plan.fetch())
        .work(new WorkSettings(plan.work().checksumRounds(), plan.work().interpreterLock(), Optional.empty(), Optional.empty(),
            Optional.empty(), plan.work().nofollow()));
  }
}
