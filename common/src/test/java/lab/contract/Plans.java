package lab.contract;

import lab.crawl.CrawlPlan;

/** Plans that differ from the one that a broken crawler was given. */
final class Plans {
  private Plans() {}

  static CrawlPlan.Builder like(CrawlPlan plan) {
    CrawlPlan.Builder builder = withoutScopeAndOut(plan).reach(plan.scope().reach());
    plan.scope().exclude().ifPresent(builder::exclude);
    plan.out().ifPresent(builder::out);
    return builder;
  }

  /** The whole origin, nothing excluded, no output folder. */
  static CrawlPlan.Builder withoutScopeAndOut(CrawlPlan plan) {
    return CrawlPlan.of(plan.seed())
        .concurrency(plan.concurrency())
        .checksumRounds(plan.checksumRounds())
        .interpreterLock(plan.interpreterLock())
        .maxDepth(plan.maxDepth())
        .maxPages(plan.maxPages())
        .timeout(plan.timeout())
        .maxBodyBytes(plan.maxBodyBytes())
        .retries(plan.retries())
        .userAgent(plan.userAgent());
  }
}
