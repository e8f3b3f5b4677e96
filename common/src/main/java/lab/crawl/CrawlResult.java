package lab.crawl;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a crawl came to. Immutable; the visits of a large crawl are made of what the frontier keeps each time they are looked at. */
public final class CrawlResult {
  private final List<Visit> visits;
  private final Tally tally;
  private final List<String> within;
  private final boolean complete;
  private final boolean capped;
  private final int left;

  /**
   * A result.
   *
   * @param visits one per URL, in any order
   * @param complete false if the crawl was interrupted before every URL was visited
   * @param capped see {@link #capped()}
   */
  public CrawlResult(List<Visit> visits, boolean complete, boolean capped) {
    this(sorted(visits), tally(visits), List.of(), complete, capped, 0);
  }

  /** The same of visits that are sorted and counted. */
  CrawlResult(List<Visit> sorted, Tally tally, List<String> within, boolean complete, boolean capped, int left) {
    this.visits = sorted;
    this.tally = tally;
    this.within = within;
    this.complete = complete;
    this.capped = capped;
    this.left = left;
  }

  private static List<Visit> sorted(List<Visit> visits) {
    return visits.stream().sorted(Comparator.comparing(visit -> visit.url().toString())).toList();
  }

  private static Tally tally(List<Visit> visits) {
    Tally tally = new Tally();
    visits.forEach(tally::add);
    return tally;
  }

  /** One per URL, sorted by URL; not to be changed. */
  public List<Visit> visits() {
    return visits;
  }

  /**
   * The visit of a URL, found without looking at all of them.
   *
   * @param url normalised
   */
  public Optional<Visit> find(String url) {
    int low = 0;
    int high = visits.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = visits instanceof Visits pages ? pages.url(middle).compareTo(url) : visits.get(middle).url().toString().compareTo(url);
      if (order == 0) {
        return Optional.of(visits.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** False if the crawl was interrupted before every URL was visited. */
  public boolean complete() {
    return complete;
  }

  /**
   * True if a safety stop kept URLs from being visited, {@code --max-pages} or {@link Limits#LONGEST_CHAIN}: which ones, is up to the
   * schedule.
   */
  public boolean capped() {
    return capped;
  }

  /** How many URLs were known in the end and never asked for. */
  public int left() {
    return left;
  }

  /** Whether this result's site digest may be compared with another's: all of the site was visited. */
  public boolean isComparable() {
    return complete && !capped;
  }

  /** How many visits are of one kind, for instance {@code count(Visit.Saved.class)}. */
  public int count(Class<? extends Visit> kind) {
    return tally.count(kind);
  }

  /** How many URLs were fetched, whatever came of it: all visits but the skipped ones. */
  public int fetched() {
    return tally.fetched();
  }

  /** How many URLs failed, by what failed. */
  public Map<FailureKind, Integer> failures() {
    return tally.kinds();
  }

  /** A few of the URLs that failed, for a person: which ones, is up to the schedule. */
  public List<Visit.Failed> someFailures() {
    return tally.examples();
  }

  /** How many URLs were skipped, by the reason. */
  public Map<SkipReason, Integer> skips() {
    return tally.reasons();
  }

  /** What the URLs that were fetched begin with, see {@link Scope#within()}; none if whoever crawled doesn't say. */
  public List<String> within() {
    return within;
  }

  /** The length of all saved bodies together, content coding undone. */
  public long savedBytes() {
    return tally.bytes;
  }

  /**
   * The same with other visits of the same URLs, each made when it is looked at; the counts stay what they are.
   *
   * @param change gives a visit of the URL of the visit that it is given
   */
  public CrawlResult with(UnaryOperator<Visit> change) {
    List<Visit> changed = new AbstractList<>() {
      @Override
      public Visit get(int index) {
        return change.apply(visits.get(index));
      }

      @Override
      public int size() {
        return visits.size();
      }
    };
    return new CrawlResult(changed, tally, within, complete, capped, left);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrawlResult result
        && complete == result.complete && capped == result.capped && visits.equals(result.visits);
  }

  @Override
  public int hashCode() {
    return visits.hashCode();
  }

  @Override
  public String toString() {
    return fetched() + " fetched" + (complete ? "" : ", not complete") + (capped ? ", capped" : "");
  }

  /** The manifest of these visits. */
  public Manifest manifest() {
    return Manifest.ofSorted(visits);
  }
}
