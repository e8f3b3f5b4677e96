package lab.crawl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URLs are wanted, by what is found in them.
 *
 * @param includes a URL in which none of them is found is skipped; empty if all are wanted
 * @param excludes a URL in which one of them is found is skipped
 */
public record UrlFilter(List<Pattern> includes, List<Pattern> excludes) {
  /** Nothing is skipped. */
  public static final UrlFilter NONE = new UrlFilter(List.of(), List.of());

  /** Copies the lists. */
  public UrlFilter {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Why a URL is not wanted; empty if it is. */
  Optional<SkipReason> reasonToSkip(String url) {
    Optional<SkipReason> excluded = reasonToExclude(url);
    if (excluded.isPresent() || includes.isEmpty() || isFound(includes, url)) {
      return excluded;
    }
    return Optional.of(SkipReason.NOT_INCLUDED);
  }

  /** The same of a URL that need not be included. */
  Optional<SkipReason> reasonToExclude(String url) {
    return isFound(excludes, url) ? Optional.of(SkipReason.EXCLUDED) : Optional.empty();
  }

  private static boolean isFound(List<Pattern> patterns, String url) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(url).find());
  }
}
