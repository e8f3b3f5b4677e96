package lab.crawl;

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
  boolean wasBegun;
  /** Kept only if there is a limit on depth; null as long as nothing came of it. That it was skipped may be taken back. */
  @Nullable KeptVisit outcome;

  Page(String url, int depth) {
    this.url = url;
    this.depth = depth;
  }

  boolean isSkipped() {
    return outcome instanceof KeptVisit.Skipped;
  }
}
