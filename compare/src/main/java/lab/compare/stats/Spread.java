package lab.compare.stats;

import java.util.Collection;
import java.util.List;

/** The median of some figures, with the lowest and the highest: with so few runs, a mean would hide what went wrong. */
public record Spread(double median, double min, double max) {

  /** The spread of at least one figure; of an even number, the median is the mean of the middle two. */
  public static Spread of(Collection<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }
}
