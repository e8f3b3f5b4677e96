package lab.contract;

import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.WorkSettings;

/** Plans that differ from the one that a broken crawler was given. */
final class Plans {
  private Plans() {}

  static CrawlPlan.Builder like(CrawlPlan plan) {
    CrawlPlan.Builder builder = withoutScopeAndOut(plan).reach(plan.scope().reach());
    plan.scope().exclude().ifPresent(builder::exclude);
    plan.work().out().ifPresent(builder::out);
    return builder;
  }

  /** The whole origin, nothing excluded, no output folder. */
  static CrawlPlan.Builder withoutScopeAndOut(CrawlPlan plan) {
    return CrawlPlan.of(plan.seed())
        .concurrency(plan.concurrency())
        .limits(plan.limits())
        .retries(plan.retries())
        .fetch(plan.fetch())
        .work(new WorkSettings(plan.work().checksumRounds(), plan.work().interpreterLock(), Optional.empty()));
  }
}
