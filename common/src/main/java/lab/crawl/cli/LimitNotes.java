package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.crawl.CrawlResult;
import lab.crawl.Limits;
import lab.crawl.SkipReason;

/** Which limits stopped a crawl somewhere, how often, and by which option a user sets each. */
final class LimitNotes {
  private LimitNotes() {}

  /** One line for each that stopped anything. */
  static List<String> of(Limits limits, CrawlResult result) {
    List<String> notes = new ArrayList<>();
    Map<SkipReason, Integer> skips = result.skips();
    add(notes, skips.get(SkipReason.LONG_URL), "longer than --max-url-length " + limits.maxUrlLength());
    add(notes, skips.get(SkipReason.DEEP_PATH), "a path deeper than --max-path-depth " + limits.maxPathDepth());
    add(notes, skips.get(SkipReason.REPEATED_SEGMENT), "one segment more often than --max-repeats " + limits.maxRepeats());
    add(notes, skips.get(SkipReason.TOO_DEEP), limits.hasDepthLimit()
        ? "more links away than --max-depth " + limits.maxDepth()
        : "more than " + Limits.LONGEST_CHAIN + " links away, as in a calendar without end; --max-depth sets another limit");
    if (result.complete() && result.capped() && result.left() > 0) {
      notes.add(Counted.of(result.left(), "known URL") + " not fetched: --max-pages " + limits.maxPages());
    }
    return notes;
  }

  /** The count is null if nothing was skipped for that reason. */
  private static void add(List<String> notes, Integer count, String why) {
    if (count != null) {
      notes.add(Counted.of(count, "URL") + " skipped: " + why);
    }
  }
}
