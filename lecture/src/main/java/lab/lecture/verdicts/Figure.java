package lab.lecture.verdicts;

import static lab.lecture.verdicts.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import lab.compare.stats.Spread;

/**
 * One thing that was measured, once in each round.
 *
 * @param name what it is, in words that make sense after "if", for instance {@code elapsed of threads ÷ of sync}
 * @param unit of each value
 * @param values one for each round, in the rounds' order; at least one
 */
public record Figure(String name, Unit unit, List<Double> values) {
  private static final int ROUNDS_FOR_ONE_UNHEARD = 5;

  /** Checks that there is something to go by. */
  public Figure {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values: " + name);
    }
  }

  /** A figure from its values. */
  public static Figure of(String name, Unit unit, double... values) {
    return new Figure(name, unit, Arrays.stream(values).boxed().toList());
  }

  /** The value in the middle. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public double median() {
    return spread().median();
  }

  /** The lowest value. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public double min() {
    return spread().min();
  }

  /** The highest value. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public double max() {
    return spread().max();
  }

  /** Whether it may be trusted at all: of a single time nobody knows how much it varies; what is counted is exact. */
  boolean hasSpread() {
    return values.size() > 1 || unit == Unit.COUNT;
  }

  private Spread spread() {
    return Spread.of(values);
  }

  /** The same values by another name. */
  public Figure named(String newName) {
    return new Figure(newName, unit, values);
  }

  /**
   * How many times the other one this is, round by round: what slowed the machine down in a round slowed both.
   *
   * @throws IllegalArgumentException if they were not measured in the same rounds
   */
  public Figure over(Figure other, String newName) {
    if (values.size() != other.values.size()) {
      throw new IllegalArgumentException(
          name + " was measured in " + values.size() + " rounds, " + other.name + " in " + other.values.size());
    }
    return new Figure(newName, Unit.TIMES, IntStream.range(0, values.size())
        .mapToObj(i -> values.get(i) / other.values.get(i))
        .toList());
  }

  /** Whether it is above a limit. See {@link #answer}. */
  public Statement isAbove(double limit) {
    return isAbove(limit, limit);
  }

  /** The same; what lies between the limits says neither yes nor no. */
  public Statement isAbove(double limit, double noBelow) {
    String words = limit == noBelow
        ? say("rule.above", name, unit.text(limit))
        : say("rule.above-no", name, unit.text(limit), unit.text(noBelow));
    return statement(words, value -> value > limit, value -> value <= noBelow);
  }

  /** Whether it is below a limit. See {@link #answer}. */
  public Statement isBelow(double limit) {
    return isBelow(limit, limit);
  }

  /** The same; what lies between the limits says neither yes nor no. */
  public Statement isBelow(double limit, double noAbove) {
    String words = limit == noAbove
        ? say("rule.below", name, unit.text(limit))
        : say("rule.below-no", name, unit.text(limit), unit.text(noAbove));
    return statement(words, value -> value < limit, value -> value >= noAbove);
  }

  /** Whether it lies between two limits. See {@link #answer}. */
  public Statement isBetween(double low, double high) {
    return isBetween(low, high, low, high);
  }

  /** The same; what is outside of these, but not outside of two further limits, says neither yes nor no. */
  public Statement isBetween(double low, double high, double noBelow, double noAbove) {
    String from = low == noBelow ? unit.text(low) : say("rule.no-below", unit.text(low), unit.text(noBelow));
    String to = high == noAbove ? unit.text(high) : say("rule.no-above", unit.text(high), unit.text(noAbove));
    return statement(say("rule.between", name, from, to),
        value -> low <= value && value <= high, value -> value < noBelow || value > noAbove);
  }

  /** Whether it is exactly this. See {@link #answer}. */
  public Statement is(double value) {
    return statement(say("rule.is", name, unit.text(value)), other -> other == value, other -> other != value);
  }

  private Statement statement(String words, DoublePredicate yes, DoublePredicate no) {
    return new Statement(words, answer(yes, no), List.of(this));
  }

  /**
   * What the rounds say: yes if each of them says yes, no if each says no, else unsure. Of times and what comes of them one round in
   * five may be a neighbour's on the machine, and is not heard; what is counted must be so every time.
   */
  private Answer answer(DoublePredicate yes, DoublePredicate no) {
    if (!hasSpread()) {
      return Answer.UNSURE;
    }
    long needed = values.size() - (unit == Unit.COUNT ? 0 : values.size() / ROUNDS_FOR_ONE_UNHEARD);
    if (values.stream().filter(yes::test).count() >= needed) {
      return Answer.YES;
    }
    return values.stream().filter(no::test).count() >= needed ? Answer.NO : Answer.UNSURE;
  }

  /** The median with the spread, for instance {@code 1.98× (1.95–2.02)}; without it where all values are the same. */
  public String text() {
    return min() == max()
        ? unit.text(median())
        : unit.text(median()) + " (" + unit.number(min(), median()) + "–" + unit.number(max(), median()) + ")";
  }
}
