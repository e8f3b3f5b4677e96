package lab.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which URLs a crawl has ever discovered, how many links they are from a seed, and which of them are not wanted. The one place
 * where a URL is deduplicated.
 *
 * <p>Not thread-safe: it belongs to the {@link Frontier}.
 */
final class Seen {
  private final Limits limits;
  private final RobotsCheck robots;
  private final Consumer<Page> wanted;
  private final Known pages;
  /** The plan's, but narrower once it is known where the seeds lead. */
  private Scope scope;
  /** Seeds of which that isn't known yet, and on whose origins nothing can be judged: else what comes first would matter. */
  private final Set<String> maybeMoving = new HashSet<>();
  private final List<Page> unjudged = new ArrayList<>();
  private boolean chainCut;

  /**
   * Nothing is seen yet.
   *
   * @param wanted is given each page that is to be visited, once
   */
  Seen(CrawlPlan plan, Known pages, Consumer<Page> wanted) {
    this.pages = pages;
    this.limits = plan.limits();
    this.robots = new RobotsCheck(plan.robots());
    this.scope = plan.scope();
    this.wanted = wanted;
  }

  /** A page was visited. If it is a seed, more may be known of the scope. */
  void visited(Visit visit) {
    String url = visit.url().toString();
    if (!maybeMoving.remove(url)) {
      return;
    }
    if (visit instanceof Visit.Redirected redirect) {
      scope = scope.seedMovedTo(url, redirect.target());
    }
    List<Page> pages = List.copyOf(unjudged);
    unjudged.clear();
    pages.forEach(this::judge);
  }

  Scope scope() {
    return scope;
  }

  /** Whether a page was skipped only because the chain of links to it was so long that it must be a trap. */
  boolean isChainCut() {
    return chainCut;
  }

  /** Makes a URL known, found by a way of {@code depth} links. */
  Page discover(String url, int depth) {
    Page page = pages.find(url);
    if (page == null) {
      page = new Page(url, depth);
      pages.add(page);
      judge(page);
    } else if (limits.hasDepthLimit() && depth < page.depth) {
      relax(page, depth);
    }
    return page;
  }

  /**
   * A URL was found again by a shorter way than before, and so was all that was discovered from it: else a depth limit would
   * cut off what a lucky schedule reached. Breadth first: then no page is relaxed twice.
   */
  private void relax(Page page, int depth) {
    Queue<Page> relaxed = new ArrayDeque<>();
    shorten(page, depth, relaxed);
    while (!relaxed.isEmpty()) {
      Page from = relaxed.remove();
      for (Page outlink : from.outlinks) {
        shorten(outlink, from.depth + 1, relaxed);
      }
    }
  }

  private void shorten(Page page, int depth, Queue<Page> relaxed) {
    if (depth >= page.depth) {
      return;
    }
    boolean wasSkipped = page.isSkipped();
    page.depth = depth;
    if (wasSkipped) {
      judge(page);
    }
    relaxed.add(page);
  }

  private void judge(Page page) {
    boolean isSeed = scope.isSeed(page.url);
    if (!isSeed && maybeMoving.stream().map(Urls::origin).anyMatch(page.url::startsWith)) {
      unjudged.add(page);
      return;
    }
    page.outcome = null;
    Optional<SkipReason> unwanted = skipReason(page);
    if (unwanted.isPresent()) {
      pages.skipped(page, unwanted.get());
      return;
    }
    if (isSeed && scope.mayMove(page.url)) {
      maybeMoving.add(page.url);
    }
    wanted.accept(page);
  }

  private Optional<SkipReason> skipReason(Page page) {
    Optional<SkipReason> reason = scope.reasonToSkip(page.url)
        .or(() -> robots.reasonToSkip(page.url))
        .or(() -> limits.reasonToSkip(page.url, page.depth));
    chainCut |= !limits.hasDepthLimit() && reason.equals(Optional.of(SkipReason.TOO_DEEP));
    return reason;
  }
}
