package lab.contract;

import java.util.List;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** Crawlers that take a reply for another one than it is. */
final class BrokenReplies {
  private BrokenReplies() {}

  static class ParsesEverything extends ReferenceCrawler {
    ParsesEverything(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      FetchResult result = fetcher.fetch(url);
      if (result instanceof FetchResult.Reply r) {
        result = new FetchResult.Reply(r.status(), r.headers().newBuilder().set("Content-Type", "text/html").build(), r.body());
      }
      return processor.process(url, result);
    }
  }

  /** As HTTP clients do by default. */
  static class FollowsRedirects extends ReferenceCrawler {
    FollowsRedirects(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      FetchResult result = fetcher.fetch(url);
      HttpUrl target = url;
      for (int hop = 0; hop < 20 && result instanceof FetchResult.Reply r && r.header("Location").isPresent(); hop++) {
        target = target.resolve(r.header("Location").get());
        result = fetcher.fetch(target);
      }
      return processor.process(url, result);
    }
  }

  static class SavesFailures extends ReferenceCrawler {
    SavesFailures(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      return visited.visit() instanceof Visit.Failed
          ? new Visited(new Visit.Saved(url, 200, 0, "-", "-"), List.of())
          : visited;
    }
  }

  static class OneKind extends ReferenceCrawler {
    private final FailureKind kind;

    OneKind(CrawlPlan plan, FailureKind kind) {
      super(plan);
      this.kind = kind;
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      return visited.visit() instanceof Visit.Failed
          ? new Visited(new Visit.Failed(url, kind, 0, "whatever"), List.of())
          : visited;
    }
  }

  /** As if a library had thrown what nobody caught. */
  static class TripsOverBytes extends ReferenceCrawler {
    TripsOverBytes(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      FetchResult result = fetcher.fetch(url);
      if (result instanceof FetchResult.Failure failure && failure.detail().equals("Content-Length: -5")) {
        throw new IllegalArgumentException("byteCount < 0: -5");
      }
      return processor.process(url, result);
    }
  }

  /** As most clients do with a coding that they don't know. */
  static class SavesWhatItCannotRead extends ReferenceCrawler {
    SavesWhatItCannotRead(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      FetchResult result = fetcher.fetch(url);
      return result instanceof FetchResult.Failure failure && failure.detail().equals("Content-Encoding: br")
          ? new Visited(new Visit.Saved(url, 200, 9, "-", "-"), List.of())
          : processor.process(url, result);
    }
  }

  /** As if what is left over from one reply were the next one. */
  static class MixesUpBodies extends ReferenceCrawler {
    private String last = "-";

    MixesUpBodies(CrawlPlan plan) {
      super(plan, 1);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      if (!(visited.visit() instanceof Visit.Saved saved)) {
        return visited;
      }
      Visit other = new Visit.Saved(url, saved.status(), saved.bytes(), last, saved.checksum());
      last = saved.sha256();
      return new Visited(other, visited.outlinks());
    }
  }
}
