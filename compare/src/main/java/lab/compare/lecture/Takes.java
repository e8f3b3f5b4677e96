package lab.compare.lecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * All tries at measuring one thing, of which those count in which the host took the least of the processor. They are chosen by
 * what was stolen meanwhile, never by what they gave.
 *
 * @param <T> what one try gives
 */
final class Takes<T> {
  /** From so many percent of one core on a take is said to be disturbed. */
  static final double DISTURBED_PERCENT = 10;

  /** Fewer can't show a spread. */
  private static final int LEAST = 3;

  private final int wanted;
  private final List<Take<T>> all = new ArrayList<>();

  /**
   * One try.
   *
   * @param value what it gave
   * @param stolenPercent of one core's time, how much the host took meanwhile
   */
  record Take<T>(T value, double stolenPercent) {
    boolean isDisturbed() {
      return stolenPercent > DISTURBED_PERCENT;
    }
  }

  /**
   * None yet.
   *
   * @param wanted how many are to count
   */
  Takes(int wanted) {
    this.wanted = wanted;
  }

  /** Measures once more. */
  void add(Supplier<T> measurement) {
    StolenTime stolen = new StolenTime();
    T value = measurement.get();
    add(value, stolen.percentOfOneCore());
  }

  void add(T value, double stolenPercent) {
    all.add(new Take<>(value, stolenPercent));
  }

  /** How many there must be, however little time there is. */
  static int least(int wanted) {
    return Math.min(wanted, LEAST);
  }

  /** Whether one more would help: there are too few, or too few undisturbed ones. A single one has no spread that could be less. */
  boolean needMore() {
    long undisturbed = all.stream().filter(take -> !take.isDisturbed()).count();
    return all.size() < wanted || wanted > 1 && undisturbed < wanted;
  }

  /** How many there are that count. */
  int size() {
    return Math.min(wanted, all.size());
  }

  /** How many were measured beyond those that were wanted. */
  int repeated() {
    return all.size() - size();
  }

  /** Those that count, in the order in which they were measured. */
  List<Take<T>> leastDisturbed(int count) {
    List<Take<T>> kept = all.stream().sorted(Comparator.comparingDouble(Take::stolenPercent)).limit(count).toList();
    // By identity: two takes may be equal, and only one of them be kept.
    return all.stream().filter(take -> kept.stream().anyMatch(other -> other == take)).toList();
  }
}
