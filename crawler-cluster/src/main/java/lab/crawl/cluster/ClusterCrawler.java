package lab.crawl.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Journal;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Anchor;
import okhttp3.HttpUrl;

/**
 * Members on any machine, and a database between them. A member takes pages from the crawl's rows and brings back what came of them, each turn
 * one transaction. Any member may be killed at any moment, and so may the database: what was committed is there when it is back.
 *
 * <p><strong>Where the mutable state lives:</strong> in the transactions of the database: in the crawl's own row, which each of them locks
 * first, and in the rows of its hosts and pages. This class only starts members and tells the listener what it reads.
 */
public final class ClusterCrawler implements Crawler {
  /** Nobody waits for the bell alone. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final CrawlPlan plan;
  private final String name;
  private final Store store;
  private final Function<StoreAddress, Team> newTeam;
  private Crawls all;
  private Team team;
  private int crawls;

  /**
   * A crawler; it closes the store.
   *
   * @param name the crawl's name in the store, which a second crawl extends
   * @param newTeam makes the members that it brings along
   */
  ClusterCrawler(CrawlPlan plan, String name, Store store, Function<StoreAddress, Team> newTeam) {
    this.plan = plan;
    this.name = name;
    this.store = store;
    this.newTeam = newTeam;
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    crawls++;
    try {
      return crawl(new Watch(listener, store.address()));
    } catch (InterruptedException e) {
      // Before anything could begin.
      Thread.currentThread().interrupt();
      return new CrawlResult(List.of(), false, false);
    }
  }

  private CrawlResult crawl(Watch watch) throws InterruptedException {
    try {
      watch.untilOver();
      return watch.result();
    } catch (InterruptedException e) {
      stopTeam();
      watch.catchUp();
      CrawlResult result = watch.result();
      Thread.currentThread().interrupt();
      return result;
    } catch (UsageException e) {
      // The store isn't what was asked for, so nothing was begun: that is nobody's bug.
      stopTeam();
      throw e;
    } catch (Throwable e) {
      stopTeam();
      throw new CrawlBugException("the crawl broke while visiting " + watch.inHand, e, watch.result());
    }
  }

  private void stopTeam() {
    if (team != null) {
      team.stop();
    }
  }

  @Override
  public void close() {
    if (all != null) {
      all.close();
    }
    if (team != null) {
      team.close();
    }
    store.close();
  }

  /** One crawl, as it is read from the database. */
  private final class Watch {
    private final CrawlListener listener;
    private final Journal journal;
    /** What the journal has: this crawl may be one that goes on, of which the listener is told from the beginning. */
    private final Set<HttpUrl> kept = new HashSet<>();
    private final StoreAddress address;
    private final Anchor clock = Anchor.now();
    private final BlockingQueue<Integer> rung = new LinkedBlockingQueue<>();
    private StoredCrawl crawl;
    private int told;
    private boolean isOver;
    private boolean isCut;
    /** The page that broke or, before any has, of which the listener was told last: whoever meets a bug wants to know. */
    private String inHand = "";

    Watch(CrawlListener listener, StoreAddress address) {
      this.listener = listener;
      this.journal = listener.journal();
      this.address = address;
    }

    /** Has members crawl, and tells the listener of what they have done, until all is visited. */
    void untilOver() throws InterruptedException {
      if (all == null) {
        all = new Crawls(address);
      }
      if (team == null) {
        all.migrate();
        team = newTeam.apply(address);
      }
      List<Visited> earlier = new ArrayList<>();
      journal.replay(earlier::add);
      earlier.forEach(visited -> kept.add(visited.visit().url()));
      boolean detailed = journal.keeps() || listener.stack("member").isRecorded();
      crawl = all.open(crawls == 1 ? name : name + " (" + crawls + ")", plan, detailed, earlier);
      try (Bell _ = Bell.of(address, crawl.id(), rung::add)) {
        team.begin(crawl);
        while (!isOver) {
          Crawls.Status status = all.status(crawl);
          tell(status);
          isOver = status.state().equals("over");
          isCut = status.isCut();
          if (status.state().equals("broken")) {
            inHand = status.page();
            throw problem(status);
          }
          if (!isOver) {
            team.lookAfter(all);
            rung.poll(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
            rung.clear();
          }
        }
      }
    }

    /** Tells the listener of what was recorded before the members were stopped. */
    void catchUp() throws InterruptedException {
      if (crawl != null) {
        tell(all.status(crawl));
      }
    }

    /** The status was asked for first: so if that is over, these are the last. */
    private void tell(Crawls.Status status) throws InterruptedException {
      List<Crawls.News> news;
      do {
        news = all.visitsAfter(crawl, told);
        news.forEach(visit -> tell(visit, status.known()));
      } while (news.size() == Crawls.MOST_NEWS);
    }

    private void tell(Crawls.News news, int known) {
      HttpUrl url = news.visit().url();
      inHand = url.toString();
      if (journal.keeps() && kept.add(url)) {
        journal.append(new Visited(news.visit(), news.outlinks()));
      }
      told = news.number();
      listener.begun(url);
      news.steps().ifPresent(steps -> Steps.addTo(listener.lane(Steps.lane(steps)), steps, url, clock));
      listener.linked(url, news.outlinks());
      listener.visited(news.visit(), told, Math.min(Math.max(told, known), plan.limits().maxPages()));
    }

    private static RuntimeException problem(Crawls.Status status) {
      return status.isLine()
          ? new UncheckedIOException(status.problem(), new IOException(status.problem()))
          : new IllegalStateException("in a member: " + status.problem());
    }

    /** What the listener was told of, and no more. */
    CrawlResult result() throws InterruptedException {
      List<Visit> visits = crawl == null ? List.of() : all.visitsUpTo(crawl, told);
      return new CrawlResult(visits, isOver, isCut);
    }
  }
}
