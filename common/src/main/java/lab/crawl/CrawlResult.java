package lab.crawl;

import java.util.Comparator;
import java.util.List;

/**
 * What a crawl came to.
 *
 * @param visits one per URL, sorted by URL
 * @param complete false if the crawl was interrupted before every URL was visited
 * @param capped true if {@code --max-pages} kept URLs from being visited: which ones, is up to the schedule
 */
public record CrawlResult(List<Visit> visits, boolean complete, boolean capped) {
  public CrawlResult {
    visits = visits.stream().sorted(Comparator.comparing(visit -> visit.url().toString())).toList();
  }

  /** Whether this result's site digest may be compared with another's: all of the site was visited. */
  public boolean isComparable() {
    return complete && !capped;
  }

  /** How many visits are of one kind, for instance {@code count(Visit.Saved.class)}. */
  public int count(Class<? extends Visit> kind) {
    return (int) visits.stream().filter(kind::isInstance).count();
  }

  /** How many URLs were fetched, whatever came of it: all visits but the skipped ones. */
  public int fetched() {
    return visits.size() - count(Visit.Skipped.class);
  }

  /** The manifest of these visits. */
  public Manifest manifest() {
    return Manifest.of(visits);
  }
}
