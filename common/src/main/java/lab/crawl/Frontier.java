package lab.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a crawl knows: which URLs were ever discovered (<em>seen</em>), which of them wait to be visited, how many are being
 * visited, and what came of the others. This is the only mutable state of a crawl, and the one place where a URL is
 * deduplicated.
 *
 * <p><strong>Not thread-safe, on purpose.</strong> Who may touch it when is the design decision that each variant makes for
 * itself: one thread, a lock, an event loop, or a parent process.
 *
 * <p>A crawl ends because each URL is seen once, each seen URL is handed out at most once, and {@link #isExhausted()} when
 * none waits and none is out: two counters that only {@link #next()} and {@link #record} move.
 */
public final class Frontier {
  private final CrawlPlan plan;
  private final CrawlListener listener;
  private final Map<HttpUrl, Page> seen = new HashMap<>();
  private final Deque<Page> waiting = new ArrayDeque<>();
  private final List<Visit> visits = new ArrayList<>();
  private int handedOut;

  /** Begins with the plan's seed waiting. */
  public Frontier(CrawlPlan plan, CrawlListener listener) {
    this.plan = plan;
    this.listener = listener;
    discover(plan.seed(), 0);
  }

  /**
   * Hands out the URL that has waited longest; it must come back through {@link #record}.
   *
   * @return empty if none waits just now (more may be discovered while {@link #isExhausted()} is false)
   */
  public Optional<HttpUrl> next() {
    if (waiting.isEmpty() || handedOut == plan.maxPages()) {
      return Optional.empty();
    }
    handedOut++;
    Page page = waiting.remove();
    page.out = true;
    listener.begun(page.url);
    return Optional.of(page.url);
  }

  /**
   * Takes back a URL that {@link #next()} handed out, with what came of it, and discovers its outlinks.
   *
   * @throws IllegalStateException if the URL is not out: a visit made twice or never asked for
   */
  public void record(Visited visited) {
    Page page = seen.get(visited.visit().url());
    if (page == null || !page.out) {
      throw new IllegalStateException("not being visited: " + visited.visit().url());
    }
    page.out = false;
    visits.add(visited.visit());
    if (plan.hasDepthLimit()) {
      page.outlinks = visited.outlinks();
    }
    listener.linked(page.url, visited.outlinks());
    for (HttpUrl outlink : visited.outlinks()) {
      discover(outlink, page.depth + 1);
    }
    int known = Math.min(handedOut + waiting.size(), plan.maxPages());
    listener.visited(visited.visit(), visits.size(), known);
  }

  /** Whether the crawl is over: no URL is out, and none will be handed out any more. */
  public boolean isExhausted() {
    return visits.size() == handedOut && (waiting.isEmpty() || handedOut == plan.maxPages());
  }

  /** What is known by now. It is complete if the frontier is exhausted. */
  public CrawlResult result() {
    List<Visit> all = new ArrayList<>(visits);
    for (Page page : seen.values()) {
      page.skipReason(plan).ifPresent(reason -> all.add(new Visit.Skipped(page.url, reason)));
    }
    return new CrawlResult(all, isExhausted(), !waiting.isEmpty() && handedOut == plan.maxPages());
  }

  /** Makes a URL known, found by a way of {@code depth} links. */
  private void discover(HttpUrl url, int depth) {
    Page page = seen.get(url);
    if (page == null) {
      page = new Page(url, depth);
      seen.put(url, page);
      enqueueIfWanted(page);
    } else if (depth < page.depth) {
      relax(page, depth);
    }
  }

  /**
   * A URL was found again by a shorter way than before, and so was all that was discovered from it: else a depth limit would
   * cut off what a lucky schedule reached. Breadth first: then no page is relaxed twice.
   */
  private void relax(Page page, int depth) {
    Deque<Page> relaxed = new ArrayDeque<>();
    shorten(page, depth, relaxed);
    while (!relaxed.isEmpty()) {
      Page from = relaxed.remove();
      for (HttpUrl outlink : from.outlinks) {
        shorten(seen.get(outlink), from.depth + 1, relaxed);
      }
    }
  }

  private void shorten(Page page, int depth, Deque<Page> relaxed) {
    if (depth >= page.depth) {
      return;
    }
    boolean wasSkipped = page.skipReason(plan).isPresent();
    page.depth = depth;
    if (wasSkipped) {
      enqueueIfWanted(page);
    }
    relaxed.add(page);
  }

  private void enqueueIfWanted(Page page) {
    if (page.skipReason(plan).isEmpty()) {
      waiting.add(page);
    }
  }

  /** A URL that was discovered. */
  private static final class Page {
    private final HttpUrl url;
    private int depth;
    private boolean out;
    private List<HttpUrl> outlinks = List.of();

    Page(HttpUrl url, int depth) {
      this.url = url;
      this.depth = depth;
    }

    Optional<SkipReason> skipReason(CrawlPlan plan) {
      Optional<SkipReason> outside = plan.scope().reasonToSkip(url);
      return outside.isEmpty() && depth > plan.maxDepth() ? Optional.of(SkipReason.TOO_DEEP) : outside;
    }
  }
}
