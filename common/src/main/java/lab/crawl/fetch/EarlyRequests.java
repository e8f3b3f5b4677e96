package lab.crawl.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lab.crawl.Body;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FetchResult;
import lab.crawl.FetchSettings;
import lab.crawl.Frontier;
import lab.crawl.Limits;
import lab.crawl.Next;
import lab.crawl.Politeness;
import lab.crawl.Robots;
import lab.crawl.Scope;
import lab.crawl.Sitemaps;
import lab.crawl.Urls;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.WorkSettings;
import lab.crawl.stage.PageProcessor;
import okhttp3.HttpUrl;

/**
 * What is asked for before a crawl, one request after another: robots.txt and sitemaps. They are fetched as a crawl fetches its pages, by a
 * frontier of their own, with the plan's retries, its patience and its delays.
 */
public final class EarlyRequests {
  /** When each host had answered last, as {@link System#nanoTime()} counts. */
  private final Map<String, Long> answered = new HashMap<>();

  /** The same plan with what its seeds' robots.txt say. */
  public CrawlPlan withRobots(CrawlPlan plan) {
    Robots robots = new RobotsFetcher(this).fetch(plan);
    return plan.withRobots(robots);
  }

  /**
   * The same plan with the pages that sitemaps list.
   *
   * @param asked what {@link Sitemaps#asked()} is to be
   * @param urls where they are
   */
  public CrawlPlan withSitemaps(CrawlPlan plan, List<String> asked, List<HttpUrl> urls) {
    return plan.withSitemaps(new SitemapFetcher(this).fetch(plan, asked, urls));
  }

  /**
   * Waits until every host that was asked may be asked again. If this is interrupted, the thread's status is set again.
   *
   * @param politeness how long each is to be left alone
   */
  public void leaveAlone(Politeness politeness) {
    long latest = answered.entrySet().stream()
        .mapToLong(host -> politeness.delay(host.getKey()).toNanos() - (System.nanoTime() - host.getValue()))
        .max().orElse(0);
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, latest)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Fetches files, where these redirect to, and what else their reader names.
   *
   * @param plan of the crawl that comes later
   * @param limits how many redirects and names are followed one after another, and how many files there may be
   * @param maxBodyBytes the longest that is taken
   * @param reader is given each successful reply, and gives the URLs to go on with; it need not close the reply
   * @return what came of each; not complete if it was interrupted, and then the thread's status is set
   */
  CrawlResult fetch(CrawlPlan plan, List<HttpUrl> urls, Limits limits, long maxBodyBytes,
      BiFunction<HttpUrl, FetchResult.Reply, List<String>> reader) {
    FetchSettings settings = new FetchSettings(plan.fetch().timeout(), maxBodyBytes, plan.fetch().userAgent(), plan.fetch().requests());
    CrawlPlan early = CrawlPlan.of(urls).concurrency(1).limits(limits).politeness(plan.politeness()).retries(plan.retries())
        .fetch(settings).work(new WorkSettings(0, false, Optional.empty(), plan.work().warc(), Optional.empty(), false)).build();
    leaveAlone(plan.politeness());
    Frontier frontier = new Frontier(early, CrawlListener.NONE);
    try {
      for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
        if (next instanceof Next.Url(HttpUrl url)) {
          frontier.record(visited(plan, early, url, reader));
        } else if (next instanceof Next.NotBefore moment) {
          Thread.sleep(moment.fromNow());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return frontier.result();
  }

  /**
   * One host after another may have to be asked, http or https, each by a fetcher of its own. It knows the seeds, so that only they get
   * their headers.
   */
  private Visited visited(CrawlPlan crawl, CrawlPlan early, HttpUrl url, BiFunction<HttpUrl, FetchResult.Reply, List<String>> reader)
      throws InterruptedException {
    // Only then does a fetcher have TLS for sure.
    Scope.Requisites requisites = url.isHttps() ? Scope.Requisites.ANY : Scope.Requisites.SAME;
    CrawlPlan plan = CrawlPlan.of(crawl.scope().seeds()).requisites(requisites).concurrency(1).fetch(early.fetch()).work(early.work()).build();
    try (BlockingFetcher fetcher = new BlockingFetcher(plan)) {
      FetchResult result = fetcher.fetch(url);
      answered.put(Urls.origin(url.toString()), System.nanoTime());
      return visited(plan, url, result, reader);
    }
  }

  private static Visited visited(CrawlPlan plan, HttpUrl url, FetchResult result, BiFunction<HttpUrl, FetchResult.Reply, List<String>> reader) {
    PageProcessor processor = new PageProcessor(plan);
    if (!(result instanceof FetchResult.Reply reply)) {
      return processor.process(url, result);
    }
    try (Body _ = reply.body()) {
      List<String> named = reply.status() / 100 == 2 ? reader.apply(url, reply) : List.of();
      // Without its body, in which the stages would look for links.
      Visited visited = processor.process(url, new FetchResult.Reply(reply.status(), reply.headers(), Body.EMPTY, reply.capture(), false));
      return visited.withOutlinks(visited.visit() instanceof Visit.Redirected redirect ? List.of(redirect.target().toString()) : named);
    }
  }
}
