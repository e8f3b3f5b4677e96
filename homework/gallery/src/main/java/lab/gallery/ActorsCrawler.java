package lab.gallery;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Crawler;
import lab.crawl.Frontier;
import lab.crawl.Next;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/**
 * Actors: visitors, each with a mailbox and a page at a time, and a clerk who knows which pages there are. They share nothing and only
 * send messages: a visitor is told what to visit, the clerk what came of it. The thread that crawls is the clerk.
 *
 * <p><strong>Where the mutable state lives:</strong> in the {@link Clerk}, which nobody else can reach: all that others have of him is his
 * mailbox.
 *
 * <p>A crawl that was interrupted, or that a bug ended, takes the visitors with it: the crawler can then only be closed.
 */
public final class ActorsCrawler implements Crawler {

  /** What a visitor is told. */
  private record Visit(HttpUrl url, Clerk clerk) {}

  /** What the clerk is told. */
  private sealed interface Report {
    /** A page is back, and its visitor free. */
    record Done(Actor<Visit> visitor, Visited visited) implements Report {}

    /** A visit met a bug. */
    record Broken(HttpUrl url, Throwable bug) implements Report {}
  }

  private final CrawlPlan plan;
  private final PageVisits visits;
  private final List<Actor<Visit>> visitors;

  /** A crawler with as many visitors as the plan is wide. */
  public ActorsCrawler(CrawlPlan plan) {
    this.plan = plan;
    this.visits = new PageVisits(plan);
    this.visitors = IntStream.range(0, plan.concurrency()).mapToObj(i -> new Actor<>("crawler-visitor-" + i, this::visit)).toList();
  }

  private void visit(Actor<Visit> visitor, Visit visit) throws InterruptedException {
    try {
      visit.clerk.mailbox.add(new Report.Done(visitor, visits.visit(visit.url, visit.clerk.listener)));
    } catch (RuntimeException | Error e) {
      visit.clerk.mailbox.add(new Report.Broken(visit.url, e));
    }
  }

  @Override
  public CrawlResult crawl(CrawlListener listener) {
    Clerk clerk = new Clerk(listener);
    try {
      return clerk.work();
    } catch (Throwable e) {
      visitors.forEach(Actor::close);
      if (e instanceof CrawlBugException bug) {
        throw bug;
      }
      return clerk.frontier.endedBy(e);
    }
  }

  @Override
  public void close() {
    visitors.forEach(Actor::close);
    visits.close();
  }

  /** Knows which pages wait and who is free. */
  private final class Clerk {
    private final BlockingQueue<Report> mailbox = new LinkedBlockingQueue<>();
    private final Queue<Actor<Visit>> free = new ArrayDeque<>(visitors);
    private final Frontier frontier;
    private final CrawlListener listener;

    Clerk(CrawlListener listener) {
      this.frontier = new Frontier(plan, listener);
      this.listener = listener;
    }

    CrawlResult work() throws InterruptedException {
      for (Next next = handOut(); next != Next.OVER; next = handOut()) {
        Report report = next instanceof Next.NotBefore moment
            ? mailbox.poll(moment.fromNow().toNanos(), TimeUnit.NANOSECONDS)
            : mailbox.take();
        switch (report) {
          case Report.Done(Actor<Visit> visitor, Visited visited) -> {
            free.add(visitor);
            frontier.record(visited);
          }
          case Report.Broken(HttpUrl url, Throwable bug) -> throw frontier.endedBy(bug, url);
          case null -> { } // the moment has come
        }
      }
      return frontier.result();
    }

    /** Tells free visitors what to visit; gives what the frontier said last. */
    private Next handOut() {
      Next next = Next.NOTHING_YET;
      while (!free.isEmpty() && (next = frontier.next()) instanceof Next.Url(HttpUrl url)) {
        free.remove().tell(new Visit(url, this));
      }
      return next;
    }
  }
}
