package lab.crawl;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** On disk, but for some 25 bytes a URL. A page is made anew each time it is looked for; only crawls without a limit on depth may do so. */
final class KnownOnDisk implements Known {
  private final DiskStore disk;
  private final Fingerprints known = new Fingerprints();
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);

  KnownOnDisk(DiskStore disk) {
    this.disk = disk;
  }

  @Override
  public @Nullable Page find(String url) {
    return known.contains(url) ? new Page(url, known.depth(url)) : null;
  }

  @Override
  public void add(Page page) {
    known.add(page.url, page.depth);
  }

  @Override
  public void skipped(Page page, SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
    disk.add(new Visit.Skipped(HttpUrl.get(page.url), reason));
  }

  @Override
  public void visited(Page page, Visit visit) {
    known.visited(page.url);
    disk.add(visit);
  }

  @Override
  public boolean isVisited(Page page) {
    return known.isVisited(page.url);
  }

  @Override
  public List<Visit> outcomes() {
    return disk.sorted();
  }

  @Override
  public void countSkipped(Tally tally) {
    skipped.forEach(tally::addSkipped);
  }

  @Override
  public PageQueue newQueue() {
    return PageQueue.onDisk(disk.newQueue());
  }
}
