package lab.compare.stats;

import java.util.List;
import java.util.Optional;

/**
 * Where more of something stops paying: the smallest swept value at which throughput has reached 90 % of the best.
 *
 * <p>Not Kneedle (Satopää, Albrecht, Irwin and Raghavan, "Finding a 'Kneedle' in a Haystack", ICDCS Workshops 2011): what
 * it finds moves with the range that was swept and with a sensitivity that one has to choose, while anyone can check this
 * rule with a ruler.
 */
public final class Knee {
  private static final double REACHED = 0.9;
  private static final double STILL_RISING = 1.1;
  private static final int LEAST_POINTS = 3;

  private Knee() {}

  /**
   * One measured point of a sweep.
   *
   * @param value what was swept, for instance the width
   * @param throughput what came of it, for instance pages per second; 0 or more
   */
  public record Point(double value, double throughput) {}

  /**
   * The knee of a curve.
   *
   * @param curve its points, each value above the one before it
   * @return the knee; empty when no knee is to be seen: of fewer than three points, of nothing but zeros, and when the last
   *     point is the best and more than 10 % above the one before it, because then the curve may well rise further
   * @throws IllegalArgumentException when the values don't grow
   */
  public static Optional<Point> of(List<Point> curve) {
    checkGrowing(curve);
    double best = curve.stream().mapToDouble(Point::throughput).max().orElse(0);
    if (curve.size() < LEAST_POINTS || best <= 0 || isStillRising(curve, best)) {
      return Optional.empty();
    }
    return curve.stream().filter(point -> point.throughput >= REACHED * best).findFirst();
  }

  private static boolean isStillRising(List<Point> curve, double best) {
    double last = curve.getLast().throughput;
    return last == best && last > STILL_RISING * curve.get(curve.size() - 2).throughput;
  }

  private static void checkGrowing(List<Point> curve) {
    for (int i = 1; i < curve.size(); i++) {
      if (!(curve.get(i).value > curve.get(i - 1).value)) {
        throw new IllegalArgumentException(curve.get(i).value + " isn't above " + curve.get(i - 1).value);
      }
    }
  }
}
