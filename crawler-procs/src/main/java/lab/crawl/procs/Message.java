package lab.crawl.procs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import lab.crawl.measure.Anchor;
import okhttp3.HttpUrl;

/** What parent and worker say to each other; {@link Json} makes a line of each. PROTOCOL.md says who says what when. */
public sealed interface Message {

  /** The version of the protocol that this code speaks. */
  int VERSION = 3;

  /** What the parent says. */
  sealed interface ToWorker extends Message {}

  /** What a worker says. */
  sealed interface FromWorker extends Message {}

  /**
   * The first message: what a worker must know of the {@link CrawlPlan}. Which URLs are visited, and how many at a time, is
   * the parent's business, so that scope, depth and width are not in it.
   *
   * @param version {@link #VERSION}
   * @param seed tells the crawl's origin: only outlinks on it are reported
   * @param timeoutMillis most time for one whole fetch, 1 or more
   * @param maxBodyBytes longest body taken, 0 or more
   * @param retries how often a fetch is tried again, 0 or more
   * @param userAgent the {@code User-Agent} header
   * @param checksumRounds links of the checksum chain, 0 (off) or more
   * @param interpreterLock whether the worker is to hold its {@link lab.crawl.stage.InterpreterLock} while it computes
   * @param out the folder to write the site to, relative to the working directory; empty if it is not to be written
   */
  record Plan(
      int version,
      HttpUrl seed,
      long timeoutMillis,
      int maxBodyBytes,
      int retries,
      String userAgent,
      int checksumRounds,
      boolean interpreterLock,
      String out)
      implements ToWorker {

    static Plan of(CrawlPlan plan) {
      return new Plan(
          VERSION,
          plan.seed(),
          // A shorter timeout than a millisecond may not become none at all.
          Math.max(1, plan.timeout().toMillis()),
          plan.maxBodyBytes(),
          plan.retries(),
          plan.userAgent(),
          plan.checksumRounds(),
          plan.interpreterLock(),
          plan.out().map(Path::toString).orElse(""));
    }

    /** The plan by which one worker visits its pages, one at a time. */
    CrawlPlan toCrawlPlan() {
      CrawlPlan.Builder builder =
          CrawlPlan.of(seed)
              .concurrency(1)
              .timeout(Duration.ofMillis(timeoutMillis))
              .maxBodyBytes(maxBodyBytes)
              .retries(retries)
              .userAgent(userAgent)
              .checksumRounds(checksumRounds)
              .interpreterLock(interpreterLock);
      Optional.of(out).filter(folder -> !folder.isEmpty()).map(Path::of).ifPresent(builder::out);
      return builder.build();
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
   * The answer to {@link VisitPage}: the same as {@link lab.crawl.Visited}, and the time it took.
   *
   * @param steps one after another; none unless the visit was to be timed
   */
  record PageVisited(Visit visit, List<HttpUrl> outlinks, List<Step> steps) implements FromWorker {}

  /**
   * A {@link Span} of the page, by a clock that parent and worker share: the time of day.
   *
   * @param kind the label of a {@link SpanKind}
   * @param begin microseconds since 1970
   * @param end the same
   */
  record Step(SpanKind kind, long begin, long end) {
    static Step of(Span span, Anchor clock) {
      return new Step(span.kind(), clock.toEpochMicros(span.begin()), clock.toEpochMicros(span.end()));
    }

    Span toSpan(HttpUrl url, Anchor clock) {
      return new Span(kind, Optional.of(url), clock.toNanos(begin), clock.toNanos(end));
    }
  }

  /**
   * The other answer: the page could not be written to {@link Plan#out}. It ends the crawl.
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
