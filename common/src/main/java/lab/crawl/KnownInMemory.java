package lab.crawl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In the heap: 300 bytes a URL. */
final class KnownInMemory implements Known {
  private final Map<String, Page> pages = new HashMap<>();

  @Override
  public @Nullable Page find(String url) {
    return pages.get(url);
  }

  @Override
  public void add(Page page) {
    pages.put(page.url, page);
  }

  @Override
  public void skipped(Page page, SkipReason reason) {
    page.skipped = reason;
  }

  @Override
  public void visited(Page page, Visit visit) {
    page.visited(visit);
  }

  @Override
  public boolean isVisited(Page page) {
    return page.isVisited();
  }

  @Override
  public List<Visit> outcomes() {
    Page[] known = pages.values().stream().filter(page -> page.isVisited() || page.skipped != null).toArray(Page[]::new);
    // On all cores: there may be millions, and nothing else is left to do.
    Arrays.parallelSort(known, Comparator.comparing(page -> page.url));
    return new Visits(known);
  }

  @Override
  public void countSkipped(Tally tally) {
    pages.values().stream().filter(page -> !page.isVisited() && page.skipped != null).forEach(page -> tally.addSkipped(page.whySkipped()));
  }

  @Override
  public PageQueue newQueue() {
    return PageQueue.inMemory();
  }
}
