package lab.crawl;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl knows: which URLs were ever discovered (<em>seen</em>), which of them wait to be visited, which are out, and what came
 * of the others. This is the only mutable state of a crawl. Whoever is free asks it for the {@link #next()} page; order, depth, pauses
 * before retries and a host's rest are its business, so that nothing but a number waits.
 *
 * <p><strong>Not thread-safe, on purpose.</strong> Who may touch it when is the design decision that each variant makes for
 * itself: one thread, a lock, an event loop, or a parent process.
 *
 * <p>A crawl ends because each URL is seen once, each is tried a limited number of times, a host in trouble is given up when the plan's
 * patience is over, and nothing is out in the end: {@link #next()} then answers {@link Next#OVER}.
 */
public final class Frontier {
  private final CrawlPlan plan;
  private final CrawlListener listener;
  private final LongSupplier clock;
  private final Journal journal;
  private final Quota quota;
  private final Hosts hosts;
  private final Known known;
  private final Seen seen;
  private final Tally tally = new Tally();
  /** The pages that were handed out and are not back. */
  private final Map<String, Page> out = new HashMap<>();
  /** The page that was handed out or taken back last: whoever meets a bug wants to know. */
  private String inHand = "";

  /** Begins with the plan's seeds waiting, and with what sitemaps list. */
  public Frontier(CrawlPlan plan, CrawlListener listener) {
    this(plan, listener, System::nanoTime);
  }

  /** The same by another clock than {@link System#nanoTime()}: for tests. */
  Frontier(CrawlPlan plan, CrawlListener listener, LongSupplier clock) {
    this.plan = plan;
    this.listener = listener;
    this.clock = clock;
    this.quota = new Quota(plan.limits().maxPages());
    this.journal = listener.journal();
    this.known = known(plan, journal.disk());
    this.hosts = new Hosts(plan, quota, known::newQueue);
    this.seen = new Seen(plan, known, page -> hosts.add(page, clock.getAsLong()));
    plan.scope().starts().forEach(start -> seen.discover(start, 0));
    journal.replay(this::replay);
    hosts.forget(known::isVisited, clock.getAsLong());
  }

  /** A depth that changes changes others, too, so that what is limited by depth must stay in the heap. */
  private static Known known(CrawlPlan plan, Optional<VisitStore> disk) {
    return plan.limits().hasDepthLimit() ? new KnownPages() : new KnownByFingerprint(disk.orElseGet(HeapStore::new));
  }

  /** What an earlier crawl by the same plan has visited need not be visited again. */
  private void replay(Visited visited) {
    Page page = known.find(visited.visit().url().toString());
    if (page == null || known.isVisited(page)) {
      throw new IllegalStateException("the journal's visits are in an order that no crawl has: " + visited.visit().url());
    }
    begin(page);
    take(page, visited);
  }

  /**
   * What whoever is free should do now: visit a page, or wait. The host whose turn comes first is asked; of its pages first those that
   * were put back, then those that have waited longest.
   */
  public Next next() {
    Hosts.Turn turn = hosts.first();
    while (turn != null && turn.host().host().isGivenUp()) {
      failAllThatWait(turn.host());
      turn = hosts.first();
    }
    if (turn == null) {
      return out.isEmpty() ? Next.OVER : Next.NOTHING_YET;
    }
    long now = clock.getAsLong();
    return turn.moment() - now > 0 ? new Next.NotBefore(turn.moment()) : handOut(hosts.handOut(turn, now));
  }

  private Next handOut(Page page) {
    out.put(page.url, page);
    inHand = page.url;
    page.attempts++;
    begin(page);
    return new Next.Url(HttpUrl.get(page.url));
  }

  private void begin(Page page) {
    if (!page.wasBegun) {
      quota.begin();
      page.wasBegun = true;
      if (quota.isSpent()) {
        hosts.allChanged(clock.getAsLong());
      }
      listener.begun(HttpUrl.get(page.url));
    }
  }

  /**
   * Takes back a URL that {@link #next()} handed out, with what came of it. Unless it is to be tried again, that is its visit, and its
   * outlinks are discovered.
   *
   * @throws IllegalStateException if the URL is not out: a visit made twice or never asked for
   */
  public void record(Visited visited) {
    Page page = takeBack(visited.visit().url());
    long now = clock.getAsLong();
    HostQueue host = hosts.takeBack(page, now);
    Host.Verdict verdict = host.host().hear(visited, page.attempts, page.refusals, now);
    hosts.changed(host, now);
    switch (verdict) {
      case Host.Verdict.Stands _ -> visited(page, visited);
      case Host.Verdict.TryAgain(long notBefore) -> hosts.putBack(host, page, notBefore, now);
      case Host.Verdict.NotItsFault(long notBefore) -> {
        page.attempts--;
        page.refusals++;
        hosts.putBack(host, page, notBefore, now);
      }
    }
  }

  /**
   * Takes back a URL of which nothing came, through no fault of its own, as when a worker process dies: it is the next to be handed out.
   *
   * @throws IllegalStateException if the URL is not out
   */
  public void putBack(HttpUrl url) {
    Page page = takeBack(url);
    page.attempts--;
    long now = clock.getAsLong();
    hosts.putBack(hosts.takeBack(page, now), page, now, now);
  }

  private Page takeBack(HttpUrl url) {
    Page page = out.remove(url.toString());
    if (page == null) {
      throw new IllegalStateException("not being visited: " + url);
    }
    inHand = page.url;
    return page;
  }

  private void visited(Page page, Visited visited) {
    if (journal.keeps()) {
      journal.append(plan.limits().hasDepthLimit() ? visited : visited.withOutlinks(news(visited.outlinks())));
    }
    take(page, visited);
  }

  private List<String> news(List<String> outlinks) {
    return outlinks.stream().filter(outlink -> known.find(outlink) == null).toList();
  }

  private void take(Page page, Visited visited) {
    listener.linked(visited.visit().url(), visited.outlinks());
    Page[] outlinks = new Page[visited.outlinks().size()];
    Arrays.setAll(outlinks, i -> seen.discover(visited.outlinks().get(i), page.depth + 1));
    if (plan.limits().hasDepthLimit()) {
      page.outlinks = outlinks;
    }
    known.visited(page, visited.visit());
    seen.visited(visited.visit());
    tell(visited.visit());
  }

  private void tell(Visit visit) {
    tally.add(visit);
    listener.visited(visit, tally.fetched(), quota.known(hosts.fresh()));
  }

  /** The host has been in trouble for too long: nobody waits for it any more. */
  private void failAllThatWait(HostQueue host) {
    long now = clock.getAsLong();
    for (Page page = hosts.drop(host, now); page != null; page = hosts.drop(host, now)) {
      begin(page);
      Visit visit = new Visit.Failed(
          HttpUrl.get(page.url), FailureKind.HOST_AWAY, 0, "not asked for: its host was away, or refused, for longer than --patience");
      visited(page, new Visited(visit, List.of()));
    }
  }

  /** Whether the crawl is over: no URL is out, and none will be handed out any more. */
  public boolean isExhausted() {
    return out.isEmpty() && hosts.first() == null;
  }

  /** What is known by now. It is complete if the frontier is exhausted. */
  public CrawlResult result() {
    Tally all = tally.copy();
    known.countSkipped(all);
    boolean capped = seen.isChainCut() || hosts.fresh() > 0 && quota.isSpent();
    return new CrawlResult(known.outcomes(), all, seen.scope().within(), isExhausted(), capped, hosts.fresh());
  }

  /**
   * Something that is no input or output error was thrown: ends the crawl without losing what is done.
   *
   * @param page what was being visited; null for whichever page this frontier dealt with last
   * @return what {@link Crawler#crawl} is to throw
   */
  public CrawlBugException endedBy(Throwable bug, @Nullable HttpUrl page) {
    return new CrawlBugException("the crawl broke while visiting " + (page == null ? inHand : page), bug, resultIfThereIsRoom(bug));
  }

  /** A heap or a disk that is full may be too full for this as well; then the bug alone must get through, and how many visits there were. */
  private CrawlResult resultIfThereIsRoom(Throwable bug) {
    try {
      return result();
    } catch (OutOfMemoryError | UncheckedIOException e) {
      bug.addSuppressed(e);
      return new CrawlResult(List.of(), tally, seen.scope().within(), false, false, hosts.fresh());
    }
  }

  /**
   * The same for whoever crawls on the calling thread alone, which an interrupt may end as well.
   *
   * @return what {@link Crawler#crawl} is to return, if it was an interrupt: the thread's status is set again
   * @throws CrawlBugException if it was anything else; the very one, if that names a page already
   */
  public CrawlResult endedBy(Throwable e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return result();
    }
    throw e instanceof CrawlBugException named ? named : endedBy(e, null);
  }

  /** How many pages wait, now or for a moment that the frontier would name. */
  public int waiting() {
    return hosts.waiting();
  }
}
