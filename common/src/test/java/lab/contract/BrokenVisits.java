package lab.contract;

import static lab.contract.Plans.like;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Limits;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** Crawlers that are broken in how they visit a page. */
final class BrokenVisits {
  private BrokenVisits() {}

  private static Visited butLast(Visited visited) {
    List<String> links = visited.outlinks();
    return new Visited(visited.visit(), links.subList(0, Math.max(0, links.size() - 1)));
  }

  static class DropsLinks extends ReferenceCrawler {
    DropsLinks(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      return butLast(super.visit(url));
    }
  }

  static class DropsLinksWhenWide extends ReferenceCrawler {
    DropsLinksWhenWide(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      return plan.concurrency() == 1 ? super.visit(url) : butLast(super.visit(url));
    }
  }

  static class FetchesTwice extends ReferenceCrawler {
    FetchesTwice(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      super.visit(url);
      return super.visit(url);
    }
  }

  static class Hangs extends ReferenceCrawler {
    Hangs(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      new CountDownLatch(1).await();
      return super.visit(url);
    }
  }

  static class KeepsFragments extends ReferenceCrawler {
    KeepsFragments(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      List<String> links = new ArrayList<>(visited.outlinks());
      visited.outlinks().forEach(link -> links.add(link + "#top"));
      return new Visited(visited.visit(), links);
    }
  }

  static class LeavesTheOrigin extends ReferenceCrawler {
    private static final Pattern ABSOLUTE = Pattern.compile("href=\"(http:[^\"]+)");

    LeavesTheOrigin(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      FetchResult result = fetcher.fetch(url);
      Visited visited = processor.process(url, result);
      List<String> links = new ArrayList<>(visited.outlinks());
      if (result instanceof FetchResult.Reply reply) {
        ABSOLUTE.matcher(text(reply)).results().forEach(link -> links.add(link.group(1)));
      }
      return new Visited(visited.visit(), links);
    }
  }

  private static String text(FetchResult.Reply reply) {
    try (InputStream bytes = reply.body().open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static class GivesUpAfterAFailure extends ReferenceCrawler {
    private volatile boolean failed;

    GivesUpAfterAFailure(CrawlPlan plan) {
      super(plan, 1);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      failed |= visited.visit() instanceof Visit.Failed;
      return failed ? new Visited(visited.visit(), List.of()) : visited;
    }
  }

  static class BugsBecomeFailedPages extends ReferenceCrawler {
    BugsBecomeFailedPages(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      try {
        return super.visit(url);
      } catch (RuntimeException e) {
        return new Visited(new Visit.Failed(url, FailureKind.MALFORMED_REPLY, 0, e.toString()), List.of());
      }
    }
  }

  static class RetriesTooOften extends ReferenceCrawler {
    RetriesTooOften(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      return visited.visit() instanceof Visit.Failed ? super.visit(url) : visited;
    }
  }

  static class IgnoresRetryAfter extends ReferenceCrawler {
    IgnoresRetryAfter(CrawlPlan plan) {
      super(plan);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      return new Visited(visited.visit(), visited.outlinks());
    }
  }

  /** Takes the way by which a page happened to be found first for the shortest one. */
  static class FirstDepthCounts extends ReferenceCrawler {
    private final Map<String, Integer> depths = new ConcurrentHashMap<>();
    private final int maxDepth;

    FirstDepthCounts(CrawlPlan plan) {
      super(like(plan).maxDepth(Limits.UNLIMITED).build());
      maxDepth = plan.limits().maxDepth();
      depths.put(plan.seed().toString(), 0);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      int depth = depths.get(url.toString()) + 1;
      visited.outlinks().forEach(link -> depths.putIfAbsent(link, depth));
      List<String> near = visited.outlinks().stream().filter(link -> depths.get(link) <= maxDepth).toList();
      return new Visited(visited.visit(), near);
    }
  }
}
