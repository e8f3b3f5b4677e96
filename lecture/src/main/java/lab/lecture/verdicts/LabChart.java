package lab.lecture.verdicts;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars beside one another, all on one scale.
 *
 * @param title what they show
 * @param bars from top to bottom; all in one unit
 */
public record LabChart(String title, List<Bar> bars) {
  /** A bar with its label; the figure's spread is its whisker. */
  public record Bar(String label, Figure figure) {}

  /** A chart without bars. */
  public static LabChart of(String title) {
    return new LabChart(title, new ArrayList<>());
  }

  /** Adds a bar. */
  public LabChart bar(String label, Figure figure) {
    if (!bars.isEmpty() && bars.getFirst().figure().unit() != figure.unit()) {
      throw new IllegalArgumentException(title + ": " + label + " is in " + figure.unit() + ", the others are not");
    }
    bars.add(new Bar(label, figure));
    return this;
  }
}
