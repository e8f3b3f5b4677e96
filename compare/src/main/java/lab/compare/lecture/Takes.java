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

  private static final int TRIES_FOR_EACH = 4;

  private final int wanted;
  private final List<Take<T>> all = new ArrayList<>();

  private record Take<T>(T value, double stolenPercent) {
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

  /** Whether one more might help: too many were disturbed, though not so many that more is hopeless. */
  boolean needMore() {
    long undisturbed = all.stream().filter(take -> !take.isDisturbed()).count();
    return undisturbed < wanted && all.size() < TRIES_FOR_EACH * wanted;
  }

  /** Those that count, in the order in which they were measured. */
  List<T> leastDisturbed() {
    return counting().stream().map(Take::value).toList();
  }

  /** Of one core's time, the most that was stolen in one that counts, in percent. */
  double stolenPercent() {
    return counting().stream().mapToDouble(Take::stolenPercent).max().orElse(0);
  }

  /** How many were measured beyond those that were wanted. */
  int repeated() {
    return Math.max(0, all.size() - wanted);
  }

  private List<Take<T>> counting() {
    List<Take<T>> kept = all.stream().sorted(Comparator.comparingDouble(Take::stolenPercent)).limit(wanted).toList();
    // By identity: two takes may be equal, and only one of them be kept.
    return all.stream().filter(take -> kept.stream().anyMatch(other -> other == take)).toList();
  }
}
