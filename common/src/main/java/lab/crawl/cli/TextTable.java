package lab.crawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table in plain text: names and words to the left, figures to the right, a spread in brackets right beside its median. */
public final class TextTable {
  private static final String WORDS = "words: ";

  private final List<List<String>> rows = new ArrayList<>();

  private final List<Boolean> hasWords;

  /** A table with these headings and no rows yet. */
  public TextTable(String... headings) {
    hasWords = Stream.of(headings).map(heading -> heading.startsWith(WORDS)).toList();
    rows.add(Stream.of(headings).map(heading -> heading.startsWith(WORDS) ? heading.substring(WORDS.length()) : heading).toList());
  }

  /** The heading of a column of words, and not of figures; that of the first column need not say so. */
  public static String words(String heading) {
    return WORDS + heading;
  }

  /** Adds a row, with a cell for each heading. */
  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines: headings, a rule, the rows. */
  public List<String> lines() {
    int[] widths = IntStream.range(0, rows.getFirst().size())
        .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, "─".repeat(lines.stream().mapToInt(String::length).max().orElse(0)));
    return lines.stream().map(String::stripTrailing).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      boolean spread = rows.getFirst().get(column).startsWith("(");
      boolean left = column == 0 || spread || hasWords.get(column);
      String gap = column == 0 ? "" : spread ? " " : "   ";
      line.append(gap).append(String.format("%" + (left ? "-" : "") + widths[column] + "s", row.get(column)));
    }
    return line.toString();
  }
}
