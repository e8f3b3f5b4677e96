package lab.crawl.stage;

import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/**
 * The half of a visit that needs the processor: parse, checksum, store. It waits for no network and keeps no state, so that
 * any thread may run it, for any page, at any time; only if the plan wants an {@link InterpreterLock}, one after another.
 */
public final class PageProcessor {
  private final CrawlPlan plan;
  private final Optional<SiteFolder> out;

  /** For the pages of one plan. */
  public PageProcessor(CrawlPlan plan) {
    this.plan = plan;
    this.out = plan.out().map(SiteFolder::new);
  }

  /**
   * Makes a visit of what was fetched.
   *
   * @param url what was asked for
   * @param result what came of it, retries included
   * @param lane the lane of whoever calls this, which has these stages from now on
   */
  public Visited process(HttpUrl url, FetchResult result, Lane lane) {
    return switch (result) {
      case FetchResult.Failure failure -> failed(url, failure.kind(), 0, failure.detail());
      case FetchResult.Reply reply when reply.status() / 100 == 2 -> saved(url, reply, lane);
      case FetchResult.Reply reply -> redirectTarget(url, reply)
          .map(target -> redirected(url, reply.status(), target))
          .orElseGet(() -> failed(url, FailureKind.HTTP_STATUS, reply.status(), "HTTP status " + reply.status()));
    };
  }

  /** The same, for which nobody keeps a timeline. */
  public Visited process(HttpUrl url, FetchResult result) {
    return process(url, result, Lane.NONE);
  }

  private Visited saved(HttpUrl url, FetchResult.Reply reply, Lane lane) {
    Computed page = plan.interpreterLock() ? computedInTurn(url, reply, lane) : computed(url, reply, lane, () -> {});
    long begin = lane.now();
    out.ifPresent(folder -> folder.write(url, reply.body()));
    Visit visit = new Visit.Saved(url, reply.status(), reply.body().length, Sha256.hex(reply.body()), page.checksum());
    lane.record(SpanKind.STORE, url, begin);
    return new Visited(visit, page.outlinks());
  }

  /** What only the processor is needed for, and nothing of the world outside. */
  private record Computed(List<HttpUrl> outlinks, String checksum) {}

  private Computed computed(HttpUrl url, FetchResult.Reply reply, Lane lane, Runnable checkpoint) {
    long begin = lane.now();
    List<HttpUrl> outlinks = Outlinks.isHtml(reply) ? Outlinks.of(url, reply, plan.scope()) : List.of();
    long parsed = lane.record(SpanKind.PARSE, url, begin);
    String checksum = Checksum.of(reply.body(), plan.checksumRounds(), checkpoint);
    lane.record(SpanKind.CHECKSUM, url, parsed);
    return new Computed(outlinks, checksum);
  }

  /** Storing is not in it: CPython, too, lets go of its lock for files. The wait for the first turn is in no span. */
  private Computed computedInTurn(HttpUrl url, FetchResult.Reply reply, Lane lane) {
    InterpreterLock lock = InterpreterLock.OF_PROCESS;
    lock.acquire();
    try {
      return computed(url, reply, lane, lock::checkpoint);
    } finally {
      lock.release();
    }
  }

  private Visited redirected(HttpUrl url, int status, HttpUrl target) {
    List<HttpUrl> outlinks = plan.scope().sameOrigin(target) ? List.of(target) : List.of();
    return new Visited(new Visit.Redirected(url, status, target), outlinks);
  }

  private static Visited failed(HttpUrl url, FailureKind kind, int status, String detail) {
    return new Visited(new Visit.Failed(url, kind, status, detail), List.of());
  }

  private static Optional<HttpUrl> redirectTarget(HttpUrl url, FetchResult.Reply reply) {
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 -> reply.location().flatMap(location -> Urls.resolve(url, location));
      default -> Optional.empty();
    };
  }
}
