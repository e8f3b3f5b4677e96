package lab.contract;

import static lab.contract.Plans.like;
import static lab.contract.Plans.onlyFirstSeed;
import static lab.contract.Plans.withoutScopeAndOut;
import static lab.crawl.Limits.UNLIMITED;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.crawl.FailureKind;
import lab.crawl.Limits;
import lab.crawl.Politeness;
import lab.crawl.RequestSettings;
import lab.crawl.Robots;
import lab.crawl.Scope.Requisites;
import lab.crawl.Sitemaps;

/**
 * Crawlers that are broken on purpose, each in one way, with the rules that must notice. They prove that the rules can fail.
 */
enum BrokenCrawler {
  DROPS_LINKS(BrokenVisits.DropsLinks::new, "was dropped", "1.1"),
  FETCHES_TWICE(BrokenVisits.FetchesTwice::new, "requested twice", "1.1"),
  HANGS(BrokenVisits.Hangs::new, "BrokenVisits$Hangs.visit", "1.1"),
  FORGETS_WHAT_IS_SEEN(BrokenCrawls.ForgetsWhatIsSeen::new, "has not ended", "1.2"),
  KEEPS_FRAGMENTS(BrokenVisits.KeepsFragments::new, "two visits of", "1.3"),
  PARSES_EVERYTHING(BrokenReplies.ParsesEverything::new, "/never", "1.4"),
  FOLLOWS_REDIRECTS(BrokenReplies.FollowsRedirects::new, "", "1.5", "1.6", "2.1"),
  LEAVES_THE_ORIGIN(BrokenVisits.LeavesTheOrigin::new, "the other origin", "2.1", "2.9"),
  IGNORES_ROBOTS(plan -> new ReferenceCrawler(like(plan).robots(Robots.NONE).build()), "skipped robots", "2.8"),
  IGNORES_SITEMAPS(plan -> new ReferenceCrawler(like(plan).sitemaps(Sitemaps.NONE).build()), "/docs/hidden", "2.10"),
  IGNORES_SCOPE(plan -> new ReferenceCrawler(withoutScopeAndOut(plan).build()), "skipped", "2.2", "2.3", "2.4", "2.5", "2.7"),
  NEEDS_NOTHING_FROM_ELSEWHERE(
      plan -> new ReferenceCrawler(like(plan).requisites(Requisites.SAME).build()), "of the other origin", "2.9"),
  CRAWLS_THE_FIRST_SEED(plan -> new ReferenceCrawler(onlyFirstSeed(plan).build()), "/b", "2.6"),

  SAVES_FAILURES(BrokenReplies.SavesFailures::new, "saved", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "13.4"),
  CALLS_ALL_LOST(
      plan -> new BrokenReplies.OneKind(plan, FailureKind.CONNECTION_LOST), "connection-lost",
      "3.1", "3.4", "3.5", "3.6", "3.7"),
  CALLS_ALL_MALFORMED(
      plan -> new BrokenReplies.OneKind(plan, FailureKind.MALFORMED_REPLY), "malformed-reply", "3.1", "3.2", "3.3"),
  TRIPS_OVER_BYTES(BrokenReplies.TripsOverBytes::new, "the crawl broke while visiting", "3.9"),
  SAVES_WHAT_IT_CANNOT_READ(BrokenReplies.SavesWhatItCannotRead::new, "br", "3.9"),
  MIXES_UP_BODIES(BrokenReplies.MixesUpBodies::new, "saved", "3.9"),
  GIVES_UP_AFTER_A_FAILURE(BrokenVisits.GivesUpAfterAFailure::new, "Expected size: 10", "3.8"),

  NEVER_RETRIES(plan -> new ReferenceCrawler(like(plan).retries(0).build()), "", "4.1", "4.2", "4.5", "4.6", "4.7"),
  RETRIES_TOO_OFTEN(BrokenVisits.RetriesTooOften::new, "", "4.2", "4.3", "4.4", "4.7", "12.2"),
  IGNORES_RETRY_AFTER(BrokenVisits.IgnoresRetryAfter::new, "", "4.5", "4.8"),
  HAS_NO_PATIENCE(plan -> new ReferenceCrawler(like(plan).patience(Duration.ZERO).build()), "failed connect", "4.9"),

  IGNORES_DEPTH(plan -> new ReferenceCrawler(like(plan).maxDepth(UNLIMITED).build()), "too-deep", "5.1"),
  FIRST_DEPTH_COUNTS(BrokenVisits.FirstDepthCounts::new, "by the long way", "5.2"),
  IGNORES_MAX_PAGES(plan -> new ReferenceCrawler(like(plan).maxPages(UNLIMITED).build()), "visits", "5.3"),
  STOPS_A_PAGE_EARLY(
      plan -> new ReferenceCrawler(like(plan).maxPages(Math.max(1, plan.limits().maxPages() - 1)).build()), "visits",
      "5.3", "5.4"),
  IGNORES_TRAPS(plan -> new ReferenceCrawler(like(plan).limits(Limits.DEFAULT).build()), "skipped long-url", "5.6"),
  IGNORES_MAX_BODY(plan -> new ReferenceCrawler(like(plan).maxBodyBytes(1 << 25).build()), "too-large", "5.5"),

  TOO_WIDE(plan -> new ReferenceCrawler(plan, plan.concurrency() + 3), "in flight together", "6.1"),
  NEVER_OVERLAPS(plan -> new ReferenceCrawler(plan, 1), "", "6.2"),

  ONE_CHECKSUM_ROUND(plan -> new ReferenceCrawler(like(plan).checksumRounds(1).build()), "golden-manifest", "7.1"),
  DROPS_LINKS_WHEN_WIDE(BrokenVisits.DropsLinksWhenWide::new, "width 4", "7.2"),
  KEEPS_THE_FIRST_RESULT(BrokenCrawls.KeepsTheFirstResult::new, "requests of both crawls", "7.3"),
  WRITES_NOTHING(plan -> new ReferenceCrawler(withoutScopeAndOut(plan).build()), "files", "7.4", "7.6"),
  COMPUTES_LESS_IN_TURN(
      plan -> new ReferenceCrawler(like(plan).checksumRounds(plan.work().interpreterLock() ? 1 : plan.work().checksumRounds()).build()),
      "with the interpreter lock", "7.5"),

  IGNORES_INTERRUPTS(BrokenCrawls.IgnoresInterrupts::new, "has not ended", "8.1", "8.2"),
  CLAIMS_TO_BE_COMPLETE(BrokenCrawls.ClaimsToBeComplete::new, "complete", "8.1", "8.2", "8.3"),
  CLEARS_THE_INTERRUPT(BrokenCrawls.ClearsTheInterrupt::new, "interrupt status", "8.1", "8.2", "8.3"),
  CLOSES_ONCE(BrokenCrawls.ClosesOnce::new, "closed already", "8.4"),
  LEAVES_A_THREAD(BrokenCrawls.LeavesAThread::new, "left behind:\nthread \"forgotten\"", "8.5"),
  LEAVES_A_VIRTUAL_THREAD(BrokenCrawls.LeavesAVirtualThread::new, "\"forgotten\" virtual", "8.6"),
  LEAVES_A_PROCESS(BrokenCrawls.LeavesAProcess::new, "left behind:\nprocess", "8.5"),
  WAITS_FOR_ITS_THREADS(BrokenCrawls.NeverStopsItsPool::new, "left behind:\nthread \"pool", "8.6", "8.7"),

  SWALLOWS_BUGS(BrokenCrawls.SwallowsBugs::new, "nothing was thrown", "9.1", "9.2", "9.3", "9.4"),
  SWALLOWS_ERRORS(BrokenCrawls.SwallowsErrors::new, "nothing was thrown", "9.2"),
  LOSES_THE_CAUSE(BrokenCrawls.LosesTheCause::new, "", "9.1", "9.2", "9.3", "9.4", "9.5"),
  BUGS_BECOME_FAILED_PAGES(BrokenVisits.BugsBecomeFailedPages::new, "nothing was thrown", "9.4"),

  IGNORES_THE_DELAY(plan -> new ReferenceCrawler(like(plan).politeness(Politeness.NONE).build()), "requests", "12.1", "12.2"),
  HAS_ONE_DELAY_FOR_ALL(
      plan -> new ReferenceCrawler(like(plan).politeness(Politeness.of(Duration.ofMinutes(10))).build()), "the quick host", "12.3"),

  NEVER_SAYS_BEGUN(BrokenListeners.NeverSaysBegun::new, "was unknown", "10.1"),
  SAYS_VISITED_TWICE(BrokenListeners.SaysVisitedTwice::new, "was VISITED", "10.1"),
  TELLS_FROM_ANY_THREAD(BrokenListeners.TellsFromAnyThread::new, "while another one was not over", "10.2"),
  TELLS_AFTER_THE_END(BrokenListeners.TellsAfterTheEnd::new, "told of", "10.3"),

  SENDS_NOTHING_EXTRA(
      plan -> new ReferenceCrawler(like(plan).requests(RequestSettings.NONE).build()), "", "14.1", "14.2", "14.3", "14.4", "14.5"),
  SENDS_HEADERS_TO_ALL(BrokenRequests::headersToAll, "to another host", "14.1"),
  SENDS_LOGINS_TO_ALL(BrokenRequests::loginsToAll, "to another host", "14.4"),
  SENDS_COOKIES_TO_ALL(BrokenRequests::cookiesToAll, "Cookie", "14.2"),
  KEEPS_ALL_COOKIES(BrokenRequests::keepingCookies, "not kept", "14.3"),

  BEGINS_ANEW(BrokenJournals.BeginsAnew::new, "requests of a crawl that went on after 4 visits", "11.1"),
  KEEPS_BEFORE_IT_SAVES(BrokenJournals.KeepsBeforeItSaves::new, "files when saved page 1 is kept", "11.2"),
  KEEPS_WHEN_ALL_IS_DONE(BrokenJournals.KeepsWhenAllIsDone::new, "visits of the result", "11.3"),

  ASKS_FOR_ALL_ANEW(plan -> new ReferenceCrawler(withoutScopeAndOut(plan).build()), "", "13.1", "13.2", "13.3"),
  FORGETS_NOTHING(BrokenUpdates.ForgetsNothing::new, "after the second change", "13.2"),
  FORGETS_IN_TROUBLE(BrokenUpdates.ForgetsInTrouble::new, "after the trouble", "13.3");

  private final Function<CrawlPlan, Crawler> factory;
  private final String says;
  private final List<String> rules;

  BrokenCrawler(Function<CrawlPlan, Crawler> factory, String says, String... rules) {
    this.factory = factory;
    this.says = says;
    this.rules = List.of(rules);
  }

  Crawler newCrawler(CrawlPlan plan) {
    return factory.apply(plan);
  }

  /** Whether it is noticed by nothing but the kit's patience, so that the test had better not have much of it. */
  boolean isNoticedByPatience() {
    return switch (this) {
      case HANGS, FORGETS_WHAT_IS_SEEN, NEVER_OVERLAPS, IGNORES_INTERRUPTS, LEAVES_A_THREAD, LEAVES_A_VIRTUAL_THREAD,
          LEAVES_A_PROCESS, HAS_ONE_DELAY_FOR_ALL, WAITS_FOR_ITS_THREADS -> true;
      default -> false;
    };
  }

  /** What every failure's message must contain, so that no rule fails for another reason than the one meant. */
  String says() {
    return says;
  }

  /** The rules that must notice. Others may, too. */
  List<String> rules() {
    return rules;
  }
}
