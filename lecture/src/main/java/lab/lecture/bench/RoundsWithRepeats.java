package lab.lecture.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import lab.crawl.measure.Others;

/**
 * What was measured in some rounds. When there are enough, a further one stands in as a whole for the one during which others
 * had most of the processor, if they had less of it now: chosen by what others had meanwhile, never by what was measured.
 *
 * @param <T> what one try gives
 */
final class RoundsWithRepeats<T> {
  /** From so many percent of one core on a take is said to be disturbed; for short ones up to half of that may be the clocks'. */
  static final double DISTURBED_PERCENT = 20;

  /** Fewer can't show a spread. */
  private static final int LEAST = 3;

  private final int wanted;
  private final List<Take<T>> byRound = new ArrayList<>();
  private int repeated;

  /**
   * One try.
   *
   * @param value what it gave
   * @param othersPercent of one core's time, how much others had meanwhile
   */
  record Take<T>(T value, double othersPercent) {
    boolean isDisturbed() {
      return othersPercent > DISTURBED_PERCENT;
    }
  }

  /**
   * None yet.
   *
   * @param wanted how many are to count
   */
  RoundsWithRepeats(int wanted) {
    this.wanted = wanted;
  }

  /**
   * Measures once more.
   *
   * @param others counts what others have meanwhile, from now on
   */
  void add(Others others, Supplier<T> measurement) {
    T value = measurement.get();
    add(value, others.percentOfOneCore());
  }

  void add(T value, double othersPercent) {
    Take<T> take = new Take<>(value, othersPercent);
    if (byRound.size() < wanted) {
      byRound.add(take);
      return;
    }
    repeated++;
    Take<T> worst = Collections.max(byRound, Comparator.comparingDouble(Take::othersPercent));
    if (othersPercent < worst.othersPercent) {
      byRound.set(byRound.indexOf(worst), take);
    }
  }

  /** How many there must be, however little time there is. */
  static int least(int wanted) {
    return Math.min(wanted, LEAST);
  }

  /** Whether one more would help: there are too few, or a disturbed one among them. A single one has no spread that could be less. */
  boolean needMore() {
    return byRound.size() < wanted || wanted > 1 && byRound.stream().anyMatch(Take::isDisturbed);
  }

  /** How many were measured beyond those that were wanted. */
  int repeated() {
    return repeated;
  }

  /** What counts, in the order of the rounds. */
  List<Take<T>> rounds() {
    return List.copyOf(byRound);
  }
}
