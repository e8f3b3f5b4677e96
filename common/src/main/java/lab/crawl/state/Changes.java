package lab.crawl.state;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What has changed between two crawls of a site. Both lists are looked through in the order of their URLs, so that neither needs to be in
 * the heap.
 */
public final class Changes {
  private static final Comparator<Visit> BY_URL = Comparator.comparing(visit -> visit.url().toString());

  private final List<Visit> before;
  private final CrawlResult now;
  private final boolean isCertain;

  /**
   * Between two crawls.
   *
   * @param before what stood after the earlier one, in the order of URLs: what was saved or redirected
   * @param now what the later one came to; complete
   * @param isCertain false if it may have missed pages for a reason that its visits don't tell
   */
  public Changes(List<Visit> before, CrawlResult now, boolean isCertain) {
    this.before = before;
    this.now = now;
    this.isCertain = isCertain && !now.capped() && now.visits().stream().noneMatch(Changes::mayPass);
  }

  /** Whether there was no earlier crawl. */
  public boolean isFirst() {
    return before.isEmpty();
  }

  /** Tells of each URL that was there before or is there now, in the order of URLs. */
  @NullUnmarked // old or found is null where one of the two has come to its end
  public void forEach(Consumer<Change> action) {
    Iterator<Visit> earlier = before.iterator();
    Iterator<Visit> later = now.visits().iterator();
    Visit old = next(earlier);
    Visit found = next(later);
    while (old != null || found != null) {
      int order = old == null ? 1 : found == null ? -1 : BY_URL.compare(old, found);
      if (order < 0) {
        action.accept(notFound(old));
      } else if (order == 0) {
        action.accept(between(old, found));
      } else if (found instanceof Visit.Saved || found instanceof Visit.Redirected) {
        action.accept(new Change(Change.Kind.NEW, found, ""));
      }
      old = order <= 0 ? next(earlier) : old;
      found = order >= 0 ? next(later) : found;
    }
  }

  /** Null after the last one. */
  private static @Nullable Visit next(Iterator<Visit> visits) {
    return visits.hasNext() ? visits.next() : null;
  }

  /** No page links it that was visited; but one that couldn't be fetched may. */
  private Change notFound(Visit old) {
    return isCertain
        ? new Change(Change.Kind.GONE, old, "no page leads there any more")
        : new Change(Change.Kind.FAILED, old, "not found this time: a page that could not be fetched may lead there");
  }

  private static Change between(Visit old, Visit found) {
    return switch (found) {
      case Visit.Saved _, Visit.Redirected _ when found.equals(old) -> new Change(Change.Kind.SAME, found, "");
      case Visit.Saved _, Visit.Redirected _ -> new Change(Change.Kind.CHANGED, found, "");
      case Visit.Skipped skipped -> new Change(Change.Kind.GONE, old, "skipped: " + skipped.reason().label());
      case Visit.Failed failed -> new Change(mayPass(failed) ? Change.Kind.FAILED : Change.Kind.GONE, old, failed.detail());
    };
  }

  /** Whether it is a failure that doesn't say that there is no such page. */
  private static boolean mayPass(Visit visit) {
    return visit instanceof Visit.Failed failed
        && !(failed.kind() == FailureKind.HTTP_STATUS && (failed.status() == 404 || failed.status() == 410));
  }

  /**
   * The later crawl with, in place of each failure that may pass, what stood before.
   *
   * @param stands whether it does, for instance in a folder
   */
  public CrawlResult standing(Predicate<Visit> stands) {
    return isFirst() ? now : now.with(visit -> mayPass(visit) ? earlier(visit).filter(stands).orElse(visit) : visit);
  }

  private Optional<Visit> earlier(Visit visit) {
    int found = Collections.binarySearch(before, new Visit.Skipped(visit.url(), SkipReason.OUT_OF_SCOPE), BY_URL);
    return found < 0 ? Optional.empty() : Optional.of(before.get(found));
  }
}
