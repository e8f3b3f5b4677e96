package lab.crawl;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * No more than a fingerprint of each URL; all else is in a store. A page is made anew each time it is looked for, which only crawls without
 * a limit on depth may do.
 */
final class KnownByFingerprint implements Known {
  private final VisitStore store;
  private final Fingerprints known = new Fingerprints();
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);

  KnownByFingerprint(VisitStore store) {
    this.store = store;
  }

  @Override
  public @Nullable Page find(String url) {
    OptionalInt depth = known.depth(url);
    return depth.isPresent() ? new Page(url, depth.getAsInt()) : null;
  }

  @Override
  public void add(Page page) {
    known.add(page.url, page.depth);
  }

  @Override
  public void skipped(Page page, SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
    store.add(page.url, new Visit.Skipped(HttpUrl.get(page.url), reason));
  }

  @Override
  public void visited(Page page, Visit visit) {
    known.visited(page.url);
    store.add(page.url, visit);
  }

  @Override
  public boolean isVisited(Page page) {
    return known.isVisited(page.url);
  }

  @Override
  public List<Visit> outcomes() {
    return store.sorted();
  }

  @Override
  public void countSkipped(Tally tally) {
    skipped.forEach(tally::addSkipped);
  }

  @Override
  public PageQueue newQueue() {
    return PageQueue.of(store.newQueue());
  }
}
