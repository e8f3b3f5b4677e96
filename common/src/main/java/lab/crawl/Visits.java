package lab.crawl;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** The visits of sorted pages, each made when it is looked at: as objects of their own they would fill the heap. */
final class Visits extends AbstractList<Visit> implements RandomAccess {
  private final Page[] sorted;

  Visits(Page[] sorted) {
    this.sorted = sorted;
  }

  @Override
  public Visit get(int index) {
    return sorted[index].visit();
  }

  /** The URL of one, for which it needn't be parsed. */
  String url(int index) {
    return sorted[index].url;
  }

  /** Their lines in the manifest, for which no URL needs to be parsed again. */
  Iterable<ManifestLine> lines() {
    return () -> Arrays.stream(sorted).map(Page::line).iterator();
  }

  @Override
  public int size() {
    return sorted.length;
  }
}
