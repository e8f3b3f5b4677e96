package lab.lecture.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.crawl.cli.TextTable;

/**
 * A table of text.
 *
 * @param title what it shows
 * @param headings of the columns; the first column names the row
 * @param rows as many cells as there are headings in each
 */
public record LabTable(String title, List<String> headings, List<List<String>> rows) {
  /** A table with these headings and no rows yet. */
  public static LabTable of(String title, String... headings) {
    return new LabTable(title, List.of(headings), new ArrayList<>());
  }

  /** Adds a row; a figure is shown with its spread. */
  public LabTable row(String name, Object... cells) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Object cell : cells) {
      row.add(cell instanceof Figure figure ? figure.text() : String.valueOf(cell));
    }
    if (row.size() != headings.size()) {
      throw new IllegalArgumentException(row.size() + " cells for " + headings.size() + " headings: " + row);
    }
    rows.add(row);
    return this;
  }

  /** As plain text, title first. */
  public List<String> lines() {
    TextTable table = new TextTable(IntStream.range(0, headings.size()).mapToObj(this::heading).toArray(String[]::new));
    rows.forEach(row -> table.add(row.toArray(String[]::new)));
    List<String> lines = new ArrayList<>(List.of(title + ":"));
    lines.addAll(table.lines());
    return lines;
  }

  /** A column without a figure is one of words. */
  private String heading(int column) {
    boolean hasFigures = rows.stream().map(row -> row.get(column)).anyMatch(cell -> !cell.isEmpty() && Character.isDigit(cell.charAt(0)));
    return hasFigures || rows.isEmpty() ? headings.get(column) : TextTable.words(headings.get(column));
  }
}
