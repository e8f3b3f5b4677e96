package lab.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a crawl may go. All but {@code maxPages} are decided by a page's place alone, so that no schedule shows in them.
 *
 * <p>The last three stop traps: sites that make up new URLs for ever, such as a relative link that leads one folder deeper each time.
 *
 * @param maxDepth most links between the seed and a page, 0 (the seed alone) or more; {@link #UNLIMITED} by default
 * @param maxPages a safety stop, 1 or more: a crawl that hits it has no comparable digest; {@link #UNLIMITED} by default
 * @param maxPathDepth most segments of a URL's path, 1 or more
 * @param maxUrlLength longest URL, in characters, 1 or more
 * @param maxRepeats how often one segment may stand in a path, 1 or more
 */
public record Limits(int maxDepth, int maxPages, int maxPathDepth, int maxUrlLength, int maxRepeats) {

  /** No limit on depth or pages. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * The longest chain of links that is followed where {@code maxDepth} sets no limit: a calendar with a link to the next month has one
   * without end. Like {@code maxPages} it is a safety stop.
   */
  public static final int LONGEST_CHAIN = 10_000;

  /** What a crawl keeps to unless it is told otherwise: nothing but traps is cut off. */
  public static final Limits DEFAULT = new Limits(UNLIMITED, UNLIMITED, 32, 2_000, 4);

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException with one line that names the value and what it may be
   */
  public Limits {
    Checks.check(maxDepth >= 0, "max depth", maxDepth, "0 or more");
    Checks.check(maxPages >= 1, "max pages", maxPages, "1 or more");
    Checks.check(maxPathDepth >= 1, "max path depth", maxPathDepth, "1 or more");
    Checks.check(maxUrlLength >= 1, "max URL length", maxUrlLength, "1 or more");
    Checks.check(maxRepeats >= 1, "max repeats", maxRepeats, "1 or more");
  }

  /** Whether the depth of a page matters. */
  public boolean hasDepthLimit() {
    return maxDepth != UNLIMITED;
  }

  /** The most links that are followed one after another. */
  int longestChain() {
    return hasDepthLimit() ? maxDepth : LONGEST_CHAIN;
  }

  /**
   * Why a URL that is in scope should not be fetched all the same; empty if it should. Too deep for a crawl that has no depth limit
   * means that {@link #LONGEST_CHAIN} cut it off.
   *
   * @param url normalised, with its path
   * @param depth how many links it is from the seed
   */
  public Optional<SkipReason> reasonToSkip(String url, int depth) {
    Optional<SkipReason> trap = trap(url);
    return trap.isPresent() || depth <= longestChain() ? trap : Optional.of(SkipReason.TOO_DEEP);
  }

  /**
   * By which of the last three limits a URL looks like one of a trap's; empty if it doesn't.
   *
   * @param url normalised, with its path
   */
  public Optional<SkipReason> trap(String url) {
    if (url.length() > maxUrlLength) {
      return Optional.of(SkipReason.LONG_URL);
    }
    List<String> segments = segments(url);
    if (segments.size() > maxPathDepth) {
      return Optional.of(SkipReason.DEEP_PATH);
    }
    return segments.size() > maxRepeats && isRepeated(segments) ? Optional.of(SkipReason.REPEATED_SEGMENT) : Optional.empty();
  }

  private boolean isRepeated(List<String> segments) {
    Map<String, Integer> counts = new HashMap<>();
    segments.forEach(segment -> counts.merge(segment, 1, Integer::sum));
    return counts.values().stream().anyMatch(count -> count > maxRepeats);
  }

  /** The names between the slashes of the path; empty ones count, too. */
  private static List<String> segments(String url) {
    int query = url.indexOf('?');
    int end = query < 0 ? url.length() : query;
    List<String> segments = new ArrayList<>();
    int slash = url.indexOf('/', url.indexOf("//") + 2);
    while (slash >= 0 && slash < end) {
      int next = url.indexOf('/', slash + 1);
      segments.add(url.substring(slash + 1, next < 0 || next > end ? end : next));
      slash = next;
    }
    return segments;
  }
}
