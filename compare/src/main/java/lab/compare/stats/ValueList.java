package lab.compare.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the values of a sweep as a person writes them: {@code 1,2,4,8}, or {@code 1,2,4,…,256}, where the ellipsis (three
 * dots will do) goes on as the values before it began, up to the last value, which is always one of them.
 *
 * <p>It goes on by the same factor if the values before it have a whole one in common (1,2 goes on 4,8), else by the same
 * step (10,15 goes on 20,25). So a step that could be a factor, too, takes three values: 10,20,30,…,100. A 0 at the begin
 * has no factor to the next: 0,10,50 goes on 250, as the values after the 0 began.
 */
public final class ValueList {
  private static final int MOST_VALUES = 64;
  private static final String ELLIPSIS = "…";
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
   * Whole numbers from 0 on, such as {@code 1,2,4,…,256}: each above the one before it, at most {@value #MOST_VALUES}.
   *
   * @throws IllegalArgumentException with one line that names the text, what is wrong with it and the valid forms
   */
  public static List<Integer> numbers(String text) {
    return new ValueList(text, NUMBER, "1,2,4,8 or 1,2,4,…,256").values();
  }

  /**
   * Times, all in ms or all in s, such as {@code 0ms,10ms,50ms,…,250ms}: otherwise like {@link #numbers}.
   *
   * @throws IllegalArgumentException with one line that names the text, what is wrong with it and the valid forms
   */
  public static List<Duration> latencies(String text) {
    List<Integer> values = new ValueList(text, LATENCY, "0ms,10ms,50ms or 0ms,10ms,50ms,…,250ms").values();
    return values.stream().map(value -> text.contains("ms") ? Duration.ofMillis(value) : Duration.ofSeconds(value)).toList();
  }

  private List<Integer> values() {
    List<String> parts = Stream.of(text.replace("...", ELLIPSIS).split(",", -1)).map(String::strip).toList();
    int ellipsis = parts.indexOf(ELLIPSIS);
    if (ellipsis < 0) {
      return checkSize(parse(parts));
    }
    if (ellipsis < 2 || ellipsis != parts.size() - 2) {
      throw wrong("… needs two values before it and one after it");
    }
    List<String> written = new ArrayList<>(parts);
    written.remove(ellipsis);
    List<Integer> values = parse(written);
    return continued(values.subList(0, ellipsis), values.getLast());
  }

  private List<Integer> parse(List<String> parts) {
    List<Matcher> matchers = parts.stream().map(form::matcher).toList();
    for (int i = 0; i < parts.size(); i++) {
      if (!matchers.get(i).matches()) {
        throw wrong("'" + parts.get(i) + "' is none");
      }
    }
    if (matchers.stream().map(matcher -> matcher.group(2)).distinct().count() > 1) {
      throw wrong("they have more than one unit");
    }
    return checkGrowing(matchers.stream().map(matcher -> Integer.valueOf(matcher.group(1))).toList());
  }

  private List<Integer> continued(List<Integer> begun, int last) {
    LongUnaryOperator rule = rule(begun);
    List<Integer> values = new ArrayList<>(begun);
    for (long next = rule.applyAsLong(begun.getLast()); next < last; next = rule.applyAsLong(next)) {
      values.add((int) next);
      checkSize(values);
    }
    values.add(last);
    return List.copyOf(checkSize(values));
  }

  private LongUnaryOperator rule(List<Integer> begun) {
    long step = begun.get(1) - begun.get(0);
    if (hasFactor(begun)) {
      return value -> value * (begun.get(1) / begun.get(0));
    }
    if (follows(begun, value -> value + step)) {
      return value -> value + step;
    }
    if (begun.getFirst() == 0 && hasFactor(begun.subList(1, begun.size()))) {
      return value -> value * (begun.get(2) / begun.get(1));
    }
    throw wrong("those before … grow neither by one factor nor by one step");
  }

  private static boolean hasFactor(List<Integer> begun) {
    return begun.size() > 1
        && begun.get(0) > 0
        && follows(begun, value -> value * (begun.get(1) / begun.get(0)));
  }

  private static boolean follows(List<Integer> begun, LongUnaryOperator rule) {
    return IntStream.range(1, begun.size()).allMatch(i -> begun.get(i) == rule.applyAsLong(begun.get(i - 1)));
  }

  private List<Integer> checkGrowing(List<Integer> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) <= values.get(i - 1)) {
        throw wrong(values.get(i) + " isn't above " + values.get(i - 1));
      }
    }
    return values;
  }

  private List<Integer> checkSize(List<Integer> values) {
    if (values.size() > MOST_VALUES) {
      throw wrong("they are more than " + MOST_VALUES);
    }
    return values;
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException("values " + text + ": " + problem + "; give growing ones such as " + forms);
  }
}
