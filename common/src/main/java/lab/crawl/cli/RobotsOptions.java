package lab.crawl.cli;

import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Robots;
import lab.crawl.fetch.EarlyRequests;
import picocli.CommandLine.Option;

/** What a crawl can be told about a site's wishes: a part of {@link CrawlOptions}. */
final class RobotsOptions {
  @Option(names = "--no-robots",
      description = {
        "Fetch what the site's robots.txt disallows, too, and don't ask for it: for sites of your own.",
        "A practice site has none and is never asked."
      })
  private boolean ignored;

  @Option(names = "--nofollow",
      description = {
        "Don't follow links where the site asks for that: rel=nofollow, <meta name=robots content=nofollow>,",
        "X-Robots-Tag: nofollow. What a page needs to be shown is fetched all the same."
      })
  private boolean nofollow;

  /** Whether such links aren't followed. */
  boolean nofollow() {
    return nofollow;
  }

  /** Whether what sites say of robots doesn't count. */
  boolean ignored() {
    return ignored;
  }

  /** The same plan with what its sites allow: asks them, unless it is known, or not wanted, or the site is the lab's own. */
  CrawlPlan addTo(CrawlPlan plan, CrawlTarget target, Optional<Robots> known, EarlyRequests requests) {
    if (ignored || target.site().isPresent()) {
      return plan;
    }
    return known.isPresent() ? plan.withRobots(known.get()) : requests.withRobots(plan);
  }
}
