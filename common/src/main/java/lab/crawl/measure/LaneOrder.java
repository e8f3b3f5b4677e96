package lab.crawl.measure;

import java.util.Comparator;

/** Lanes by name, with numbers as people count them: thread 2 before thread 10. */
final class LaneOrder implements Comparator<String> {
  private static final Comparator<String> ORDER =
      Comparator.comparing(LaneOrder::words).thenComparingLong(LaneOrder::number).thenComparing(Comparator.naturalOrder());

  @Override
  public int compare(String one, String other) {
    return ORDER.compare(one, other);
  }

  private static String words(String name) {
    return name.replaceFirst("\\d{1,18}$", "");
  }

  private static long number(String name) {
    String digits = name.substring(words(name).length());
    return digits.isEmpty() ? -1 : Long.parseLong(digits);
  }
}
