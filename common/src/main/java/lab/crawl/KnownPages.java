package lab.crawl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** With all that changes when a page is found by a shorter way: for crawls with a limit on depth. In the heap: some 280 bytes a URL. */
final class KnownPages implements Known {
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
    page.outcome = new KeptVisit.Skipped(page.url, reason);
  }

  @Override
  public void visited(Page page, Visit visit) {
    page.outcome = KeptVisit.of(page.url, visit, this::kept);
  }

  private String kept(String url) {
    Page page = pages.get(url);
    return page == null ? url : page.url;
  }

  @Override
  public boolean isVisited(Page page) {
    return page.outcome != null && !page.isSkipped();
  }

  @Override
  public List<Visit> outcomes() {
    return Visits.sorted(all());
  }

  @Override
  public void countSkipped(Tally tally) {
    all().forEach(outcome -> {
      if (outcome instanceof KeptVisit.Skipped(_, SkipReason reason)) {
        tally.addSkipped(reason);
      }
    });
  }

  private Stream<KeptVisit> all() {
    return pages.values().stream().flatMap(page -> Stream.ofNullable(page.outcome));
  }

  @Override
  public PageQueue newQueue() {
    return PageQueue.ofPages();
  }
}
