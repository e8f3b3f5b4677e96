package lab.crawl.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lab.crawl.FetchResult;
import lab.crawl.RobotsRules;

/**
 * Who asks that the links of a page are not followed: the page itself by {@code <meta name=robots>}, or its reply by
 * {@code X-Robots-Tag}, both to everybody or to one user agent. No standard says how; this is how search engines document it.
 */
final class Nofollow {
  private static final String EVERYBODY = "robots";

  /** What has a colon after it, and yet is nobody's name. */
  private static final Set<String> WITH_VALUE = Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private final Optional<String> token;

  /** For a crawl under that name. */
  Nofollow(String userAgent) {
    this.token = RobotsRules.token(userAgent);
  }

  /** Whether such a list of words, as in {@code noindex, nofollow}, holds one that means it. */
  static boolean isIn(String directives) {
    for (String directive : directives.split(",")) {
      if (means(directive)) {
        return true;
      }
    }
    return false;
  }

  private static boolean means(String directive) {
    String word = directive.strip();
    return word.equalsIgnoreCase("nofollow") || word.equalsIgnoreCase("none");
  }

  /** Whether the page says so, by a {@code <meta>} of one of these names. */
  boolean isSaidTo(Set<String> names) {
    return names.contains(EVERYBODY) || token.filter(names::contains).isPresent();
  }

  /** Whether the reply says so. */
  boolean isSaidBy(FetchResult.Reply reply) {
    return reply.headers().values("X-Robots-Tag").stream().anyMatch(this::isSaidByHeader);
  }

  /** A name before a colon is for all that follows it. */
  private boolean isSaidByHeader(String value) {
    String name = EVERYBODY;
    for (String part : value.split(",")) {
      int colon = part.indexOf(':');
      String before = colon < 0 ? "" : part.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (colon >= 0 && !WITH_VALUE.contains(before)) {
        name = before;
      }
      if (means(part.substring(colon + 1)) && isSaidTo(Set.of(name))) {
        return true;
      }
    }
    return false;
  }
}
