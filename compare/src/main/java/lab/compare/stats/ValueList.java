package lab.compare.stats;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the values of a sweep as a person writes them: {@code 1,2,4,8}. */
public final class ValueList {
  private static final int MOST_VALUES = 64;
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})()");
  private static final Pattern LATENCY = Pattern.compile("(\\d{1,6})(ms|s)");

  private final String text;
  private final Pattern form;
  private final String forms;

  private ValueList(String text, Pattern form, String forms) {
    this.text = text;
    this.form = form;
    this.forms = forms;
  }

  /**
   * Whole numbers from 0 on, such as {@code 1,2,4,8}: each above the one before it, at most {@value #MOST_VALUES}.
   *
   * @throws IllegalArgumentException with one line that names the text, what is wrong with it and the valid forms
   */
  public static List<Integer> numbers(String text) {
    return new ValueList(text, NUMBER, "1,2,4,8").values();
  }

  /**
   * Times, all in ms or all in s, such as {@code 0ms,10ms,50ms}: otherwise like {@link #numbers}.
   *
   * @throws IllegalArgumentException with one line that names the text, what is wrong with it and the valid forms
   */
  public static List<Duration> latencies(String text) {
    List<Integer> values = new ValueList(text, LATENCY, "0ms,10ms,50ms").values();
    return values.stream().map(value -> text.contains("ms") ? Duration.ofMillis(value) : Duration.ofSeconds(value)).toList();
  }

  private List<Integer> values() {
    // Once such dots went on by themselves.
    if (text.contains("…") || text.contains("...")) {
      throw wrong("write all of them out");
    }
    List<String> parts = Stream.of(text.split(",", -1)).map(String::strip).toList();
    List<Matcher> matchers = parts.stream().map(form::matcher).toList();
    for (int i = 0; i < parts.size(); i++) {
      if (!matchers.get(i).matches()) {
        throw wrong("'" + parts.get(i) + "' is none");
      }
    }
    if (matchers.stream().map(matcher -> matcher.group(2)).distinct().count() > 1) {
      throw wrong("they have more than one unit");
    }
    return checked(matchers.stream().map(matcher -> Integer.valueOf(matcher.group(1))).toList());
  }

  private List<Integer> checked(List<Integer> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) <= values.get(i - 1)) {
        throw wrong(values.get(i) + " isn't above " + values.get(i - 1));
      }
    }
    if (values.size() > MOST_VALUES) {
      throw wrong("they are more than " + MOST_VALUES);
    }
    return values;
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException("values " + text + ": " + problem + "; give growing ones such as " + forms);
  }
}
