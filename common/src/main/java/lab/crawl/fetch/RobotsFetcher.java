package lab.crawl.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.crawl.Body;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.FetchSettings;
import lab.crawl.Robots;
import lab.crawl.RobotsRules;
import lab.crawl.Urls;
import lab.crawl.WorkSettings;
import lab.crawl.warc.PageRecords;
import okhttp3.HttpUrl;

/** Fetches robots.txt as RFC 9309 says (2.3.1): once, before a crawl. */
public final class RobotsFetcher {
  private static final int MOST_REDIRECTS = 5;

  private final FetchSettings settings;
  private final WorkSettings work;

  /** A file may be longer than what counts of it, or than the pages that the crawl wants. */
  private RobotsFetcher(FetchSettings crawl, WorkSettings work) {
    this.work = work;
    this.settings = new FetchSettings(crawl.timeout(), FetchSettings.DEFAULT.maxBodyBytes(), crawl.userAgent());
  }

  /** What the origins of the plan's seeds allow to the plan's user agent. */
  public static Robots fetch(CrawlPlan plan) {
    RobotsFetcher fetcher = new RobotsFetcher(plan.fetch(), plan.work());
    return new Robots(plan.scope().seeds().stream()
        .map(seed -> Urls.origin(seed.toString()))
        .distinct()
        .collect(Collectors.toMap(origin -> origin, origin -> fetcher.rules(HttpUrl.get(origin + "robots.txt")))));
  }

  private RobotsRules rules(HttpUrl robotsTxt) {
    HttpUrl url = robotsTxt;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      FetchResult result = fetch(url);
      Optional<HttpUrl> target = target(url, result);
      if (target.isEmpty()) {
        return rules(url, result);
      }
      url = target.get();
    }
    return RobotsRules.ALLOW_ALL; // as if there were none
  }

  private static Optional<HttpUrl> target(HttpUrl url, FetchResult result) {
    return result instanceof FetchResult.Reply reply && reply.status() / 100 == 3
        ? reply.header("Location").flatMap(location -> Urls.resolveHeader(url, location))
        : Optional.empty();
  }

  private RobotsRules rules(HttpUrl url, FetchResult result) {
    return switch (result) {
      case FetchResult.Failure failure -> RobotsRules.unreadable(failure.kind().label() + " (" + failure.detail() + ")");
      case FetchResult.Reply reply when reply.status() / 100 == 2 -> parsed(url, reply);
      case FetchResult.Reply reply when reply.status() / 100 == 5 -> RobotsRules.unreadable("HTTP status " + reply.status());
      case FetchResult.Reply _ -> RobotsRules.ALLOW_ALL;
    };
  }

  private RobotsRules parsed(HttpUrl url, FetchResult.Reply reply) {
    try (Body body = reply.body(); InputStream bytes = body.open()) {
      String type = reply.header("Content-Type").orElse("");
      return RobotsRules.parse(url.toString(), bytes.readNBytes(RobotsRules.LONGEST), type, settings.userAgent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was received of " + url + ": " + e, e);
    }
  }

  /** As much of it as counts, in memory, because what is in a file goes with the fetcher. */
  private FetchResult kept(HttpUrl url, FetchResult.Reply received) throws IOException {
    try (received; InputStream bytes = received.body().open()) {
      work.warc().ifPresent(file -> received.capture().ifPresent(capture -> new PageRecords(file).write(url, capture, List.of())));
      return new FetchResult.Reply(received.status(), received.headers(), Body.of(bytes.readNBytes(RobotsRules.LONGEST)));
    }
  }

  /** One origin after another may have to be asked, each by a fetcher of its own. */
  private FetchResult fetch(HttpUrl url) {
    try (BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(url).concurrency(1).fetch(settings).work(work).build())) {
      FetchResult result = fetcher.fetch(url);
      return result instanceof FetchResult.Reply reply ? kept(url, reply) : result;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was received of " + url + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FetchResult.Failure(FailureKind.CONNECTION_LOST, "interrupted");
    }
  }
}
