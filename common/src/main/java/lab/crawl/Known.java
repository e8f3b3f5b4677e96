package lab.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The URLs that a crawl has discovered, and what came of each. Not thread-safe: it belongs to the {@link Frontier}. */
interface Known {
  /** The page of that URL; null if it was never discovered. */
  @Nullable Page find(String url);

  /** Makes a page known. */
  void add(Page page);

  /** A page is not to be visited; that may be taken back only if depth is limited. */
  void skipped(Page page, SkipReason reason);

  void visited(Page page, Visit visit);

  boolean isVisited(Page page);

  /** What came of each page of which anything came by now, in the order of their URLs. */
  List<Visit> outcomes();

  /** Counts those that were skipped. */
  void countSkipped(Tally tally);

  /** A queue for pages that wait. */
  PageQueue newQueue();
}
