package lab.crawl.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.crawl.Span;

/**
 * Spans that lie over one another in time, laid out on as few lanes as possible: each page's spans together, on the lowest
 * lane that is free when they begin (interval partitioning: the number of lanes is the most pages at a time).
 */
final class LaneStack {
  private LaneStack() {}

  /**
   * The lanes, from the lowest up.
   *
   * @param name the stack's name, which each lane's begins with
   */
  static Map<String, List<Span>> unstacked(String name, List<Span> spans) {
    List<List<Span>> rows = new ArrayList<>();
    for (List<Span> page : byPage(spans)) {
      free(rows, page.getFirst().begin()).addAll(page);
    }
    Map<String, List<Span>> lanes = new LinkedHashMap<>();
    rows.forEach(row -> lanes.put(name + " " + (lanes.size() + 1), row));
    return lanes;
  }

  /** Each page's spans in order, the pages in the order of their beginnings. */
  private static List<List<Span>> byPage(List<Span> spans) {
    Comparator<Span> byBegin = Comparator.comparingLong(Span::begin);
    return spans.stream()
        .sorted(byBegin)
        .collect(Collectors.groupingBy(Span::url, LinkedHashMap::new, Collectors.toList()))
        .values().stream()
        .toList();
  }

  private static List<Span> free(List<List<Span>> rows, long begin) {
    for (List<Span> row : rows) {
      if (row.getLast().end() <= begin) {
        return row;
      }
    }
    rows.add(new ArrayList<>());
    return rows.getLast();
  }
}
