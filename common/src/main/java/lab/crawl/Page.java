package lab.crawl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One URL as the {@link Frontier} sees it while anything may still come of it. */
final class Page {
  static final Page[] NO_LINKS = {};

  final String url;
  int depth;
  /** Kept only if there is a limit on depth. */
  Page[] outlinks = NO_LINKS;
  /** How often it was handed out, but for the times that were no fault of its own. */
  int attempts;
  /** How often it was handed out and came back through no fault of its own. */
  int refusals;
  /** Why it is not to be fetched; null if it is. */
  @Nullable SkipReason skipped;
  boolean wasBegun;
  /** Kept only if there is a limit on depth; null as long as it wasn't visited. */
  @Nullable KeptVisit visited;

  Page(String url, int depth) {
    this.url = url;
    this.depth = depth;
  }

  /** What came of it by now, if that is kept here and anything did. */
  Optional<KeptVisit> outcome() {
    return Optional.ofNullable(visited).or(() -> Optional.ofNullable(skipped).map(reason -> new KeptVisit.Skipped(url, reason)));
  }
}
