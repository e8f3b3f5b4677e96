package lab.crawl.procs;

import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchSettings;
import lab.crawl.Politeness;
import lab.crawl.Scope;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visited;
import lab.crawl.WorkSettings;
import lab.crawl.measure.Anchor;
import okhttp3.HttpUrl;

/** What parent and worker say to each other; {@link MessageLine} makes a line of each. PROTOCOL.md says who says what when. */
public sealed interface Message {

  /** The version of the protocol that this code speaks. */
  int VERSION = 12;

  /** What the parent says. */
  sealed interface ToWorker extends Message {}

  /** What a worker says. */
  sealed interface FromWorker extends Message {}

  /**
   * The first message: what a worker must know of the {@link CrawlPlan}. Which URLs are visited, when, how often and how many at a
   * time, is the parent's business, so that scope, limits, retries and width are not in it.
   *
   * @param version {@link #VERSION}
   * @param seeds tell the crawl's origins: only outlinks on one of them are reported
   * @param requisites whether what a page needs is also reported if it is on another origin
   * @param politeness which hosts are asked on a new connection each time; the waiting is the parent's
   * @param fetch how to fetch a page; the rate is this worker's part of it
   * @param work what to do with it; the output folder may be relative to the working directory
   */
  record Plan(int version, List<HttpUrl> seeds, Scope.Requisites requisites, Politeness politeness, FetchSettings fetch, WorkSettings work)
      implements ToWorker {

    /** Copies the list. */
    public Plan {
      seeds = List.copyOf(seeds);
    }

    static Plan of(CrawlPlan plan) {
      return new Plan(
          VERSION, plan.scope().seeds(), plan.scope().requisites(), plan.politeness(), plan.fetch().sharedBy(plan.concurrency()), plan.work());
    }

    /** The plan by which one worker visits its pages, one at a time. */
    CrawlPlan toCrawlPlan() {
      return CrawlPlan.of(seeds).concurrency(1).requisites(requisites).politeness(politeness).fetch(fetch).work(work).build();
    }
  }

  /**
   * Asks for one visit. The next request follows only after the answer.
   *
   * @param timed whether the answer is to say how long each step took
   */
  record VisitPage(HttpUrl url, boolean timed) implements ToWorker {}

  /**
   * The worker has understood the plan and waits for its first page.
   *
   * @param pid the worker's process id, for a person to look at
   */
  record Ready(long pid) implements FromWorker {}

  /**
   * The answer to {@link VisitPage}, and the time it took.
   *
   * @param steps one after another; none unless the visit was to be timed
   */
  record PageVisited(Visited visited, List<Step> steps) implements FromWorker {}

  /**
   * A {@link Span} of the page, by a clock that parent and worker share: the time of day.
   *
   * @param kind the label of a {@link SpanKind}
   * @param begin microseconds since 1970
   * @param end the same
   * @param cpuNanos processor time that it took; -1 where nobody counts
   */
  record Step(SpanKind kind, long begin, long end, long cpuNanos) {
    static Step of(Span span, Anchor clock) {
      return new Step(span.kind(), clock.toEpochMicros(span.begin()), clock.toEpochMicros(span.end()), span.cpu());
    }

    Span toSpan(HttpUrl url, Anchor clock) {
      return new Span(kind, Optional.of(url), clock.toNanos(begin), clock.toNanos(end), cpuNanos);
    }
  }

  /**
   * The other answer: the page could not be written to the plan's output folder. It ends the crawl.
   *
   * @param message one line for a person, which names the file
   */
  record CannotWrite(String message) implements FromWorker {}

  /**
   * The third answer: the worker has a bug. It ends the crawl.
   *
   * @param stackTrace where it happened, as the worker's language prints it
   */
  record Bug(String stackTrace) implements FromWorker {}
}
