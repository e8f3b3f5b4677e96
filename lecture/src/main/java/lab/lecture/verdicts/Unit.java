package lab.lecture.verdicts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a figure is counted in. */
public enum Unit {
  /** Milliseconds; shown in seconds from one second on. */
  MILLIS("ms", 1),
  MICROS("µs", 1),
  NANOS("ns", 1),
  /** How many times as much. */
  TIMES("×", 2),
  /** Of one core, or of a whole. */
  PERCENT("%", 0),
  MEGABYTES("MB", 0),
  COUNT("", 0);

  private final String symbol;
  private final int digits;

  Unit(String symbol, int digits) {
    this.symbol = symbol;
    this.digits = digits;
  }

  /** As JSON has it; empty for a count. */
  @JsonValue
  public String symbol() {
    return symbol;
  }

  /** A value with its unit, for instance {@code 1.98×}, {@code 10,000} or {@code 0.52 s}. */
  public String text(double value) {
    String shown = inSeconds(value) ? "s" : symbol;
    return number(value, value) + (this == TIMES || this == COUNT ? shown : " " + shown);
  }

  /** A value without its unit, written as precisely as another one. */
  String number(double value, double like) {
    return inSeconds(like)
        ? String.format(Words.locale(), "%.2f", value / 1_000)
        : String.format(Words.locale(), "%" + (this == COUNT ? "," : "") + "." + digits(like) + "f", value);
  }

  private boolean inSeconds(double value) {
    return this == MILLIS && Math.abs(value) >= 1_000;
  }

  /** Small figures deserve a digit more, unless they are whole. */
  private int digits(double value) {
    boolean small = Math.abs(value) < (digits == 0 ? 10 : 0.1) && value != Math.rint(value);
    return small ? digits + 1 : digits;
  }
}
