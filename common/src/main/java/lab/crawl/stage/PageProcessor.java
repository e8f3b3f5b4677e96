package lab.crawl.stage;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lab.crawl.Body;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.SpanKind;
import lab.crawl.Urls;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.WorkSettings;
import lab.crawl.kept.KeptReplies;
import lab.crawl.warc.PageRecords;
import okhttp3.HttpUrl;

/**
 * The half of a visit that needs the processor: parse, checksum, store. It waits for no network, and what it remembers changes no
 * result, so that any thread may run it, for any page, at any time; only if the plan wants an {@link InterpreterLock}, one after another.
 */
public final class PageProcessor {
  private final Outlinks outlinks;
  private final WorkSettings work;
  private final Optional<SiteFolder> out;
  private final Optional<PageRecords> archive;
  private final Optional<KeptReplies> kept;

  /** For the pages of one plan. */
  public PageProcessor(CrawlPlan plan) {
    this.outlinks = new Outlinks(plan.scope(), Optional.of(new Nofollow(plan.fetch().userAgent())).filter(_ -> plan.work().nofollow()));
    this.work = plan.work();
    this.out = work.out().map(folder -> new SiteFolder(folder, plan.seed()));
    this.kept = KeptReplies.of(work);
    // A lambda, because a reference would load what most crawls don't need.
    this.archive = work.warc().map(file -> new PageRecords(file));
  }

  /**
   * Makes a visit of what was fetched.
   *
   * @param url what was asked for
   * @param result what came of it; its body is closed here
   * @param lane the lane of whoever calls this, which has these stages from now on
   */
  public Visited process(HttpUrl url, FetchResult result, Lane lane) {
    return switch (result) {
      case FetchResult.Failure failure -> failed(url, failure.kind(), 0, failure.detail());
      case FetchResult.Reply reply -> {
        try (reply) {
          yield process(url, reply, reply.body(), lane);
        }
      }
    };
  }

  /** The same, for which nobody keeps a timeline. */
  public Visited process(HttpUrl url, FetchResult result) {
    return process(url, result, Lane.NONE);
  }

  private Visited process(HttpUrl url, FetchResult.Reply reply, Body body, Lane lane) {
    if (reply.status() / 100 == 2) {
      return saved(url, reply, body, lane);
    }
    Visited visited = notSaved(url, reply);
    if (visited.visit() instanceof Visit.Redirected || reply.status() == 404 || reply.status() == 410) {
      kept.ifPresent(replies -> replies.forget(url)); // any other failure may pass
    }
    archive(url, reply, visited.outlinks());
    return visited;
  }

  private Visited notSaved(HttpUrl url, FetchResult.Reply reply) {
    int status = reply.status();
    if (status == 429 || status == 503) {
      return refused(url, reply);
    }
    return redirectTarget(url, reply)
        .map(target -> redirected(url, status, target))
        .orElseGet(() -> failed(url, FailureKind.HTTP_STATUS, status, "HTTP status " + status));
  }

  /** The two statuses with which a host may ask to be left alone for a while (RFC 9110, 15.6.4; RFC 6585, 4). */
  private static Visited refused(HttpUrl url, FetchResult.Reply reply) {
    Visited failed = failed(url, FailureKind.HTTP_STATUS, reply.status(), "HTTP status " + reply.status());
    return new Visited(failed.visit(), List.of(), RetryAfter.of(reply, Instant.now()));
  }

  private Visited saved(HttpUrl url, FetchResult.Reply reply, Body body, Lane lane) {
    Computed page = work.interpreterLock() ? computedInTurn(url, reply, lane) : computed(url, reply, lane, () -> {});
    Lane.Begun storing = lane.begin();
    String type = ContentType.of(url, reply).known();
    Visit.Saved visit =
        new Visit.Saved(url, reply.status(), body.length(), HexFormat.of().formatHex(body.sha256()), page.checksum(), type);
    archive(url, reply, page.outlinks()); // first, because a body in a file is moved to its place
    kept.filter(_ -> !reply.isKept()).ifPresent(replies -> replies.keep(url, reply));
    out.filter(folder -> !reply.isKept() || !folder.has(visit)).ifPresent(folder -> folder.write(visit, body, page.places()));
    storing.end(SpanKind.STORE, url, body.length());
    return new Visited(visit, page.outlinks());
  }

  /** What only the processor is needed for, and nothing of the world outside. */
  private record Computed(List<String> outlinks, Optional<PagePlaces> places, String checksum) {}

  private Computed computed(HttpUrl url, FetchResult.Reply reply, Lane lane, Runnable checkpoint) {
    Lane.Begun parsing = lane.begin();
    Outlinks.Found found = outlinks.find(url, reply, out.isPresent());
    Lane.Begun computing = parsing.end(SpanKind.PARSE, url, reply.body().length());
    String checksum = Checksum.of(reply.body(), work.checksumRounds(), checkpoint);
    computing.end(SpanKind.CHECKSUM, url, reply.body().length());
    return new Computed(found.outlinks(), found.places(), checksum);
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
    return new Visited(new Visit.Redirected(url, status, target), outlinks.ofRedirect(url, target));
  }

  private void archive(HttpUrl url, FetchResult.Reply reply, List<String> found) {
    archive.ifPresent(pages -> reply.capture().ifPresent(capture -> pages.write(url, capture, found)));
  }

  private static Visited failed(HttpUrl url, FailureKind kind, int status, String detail) {
    return new Visited(new Visit.Failed(url, kind, status, detail), List.of());
  }

  private static Optional<HttpUrl> redirectTarget(HttpUrl url, FetchResult.Reply reply) {
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 -> reply.header("Location").flatMap(location -> Urls.resolveHeader(url, location));
      default -> Optional.empty();
    };
  }
}
