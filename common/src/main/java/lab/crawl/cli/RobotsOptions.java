package lab.crawl.cli;

import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Robots;
import lab.crawl.fetch.RobotsFetcher;
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

  /** What the sites of that plan allow: asks them, unless it is known, or not wanted, or the site is the lab's own. */
  Robots of(CrawlTarget target, CrawlPlan plan, Optional<Robots> known) {
    return ignored || target.site().isPresent() ? Robots.NONE : known.orElseGet(() -> RobotsFetcher.fetch(plan));
  }
}
