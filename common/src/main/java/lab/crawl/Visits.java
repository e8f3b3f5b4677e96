package lab.crawl;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;

/** Visits in the order of their URLs, each made when it is looked at: as objects of their own they would fill the heap. */
final class Visits extends AbstractList<Visit> implements RandomAccess {
  private final KeptVisit[] sorted;

  private Visits(KeptVisit[] sorted) {
    this.sorted = sorted;
  }

  /** Sorts them on all cores: there may be millions, and nothing else is left to do. */
  static List<Visit> sorted(Stream<KeptVisit> visits) {
    KeptVisit[] sorted = visits.toArray(KeptVisit[]::new);
    Arrays.parallelSort(sorted, Comparator.comparing(KeptVisit::url));
    return new Visits(sorted);
  }

  @Override
  public Visit get(int index) {
    return sorted[index].visit();
  }

  /** The URL of one, for which it needn't be parsed. */
  String url(int index) {
    return sorted[index].url();
  }

  /** Their lines in the manifest. */
  Iterable<ManifestLine> lines() {
    return () -> Arrays.stream(sorted).map(KeptVisit::line).iterator();
  }

  @Override
  public int size() {
    return sorted.length;
  }
}
