package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.crawl.cli.TextTable;

/**
 * A table of ready-made cells, which the terminal, the page and a Markdown file show alike.
 *
 * @param title what it tells
 * @param headings one in brackets stands for a spread, which belongs to the figure before it
 * @param rows the first cell of each names it
 */
record FiguresTable(String title, List<String> headings, List<List<String>> rows) {

  /** In plain text. */
  List<String> lines() {
    TextTable table = new TextTable(headings.toArray(String[]::new));
    rows.forEach(row -> table.add(row.toArray(String[]::new)));
    return table.lines();
  }

  /** In GitHub's Markdown. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(markdown(headings));
    lines.add("| ---" + " | ---:".repeat(headings.size() - 1) + " |");
    rows.forEach(row -> lines.add(markdown(row)));
    return lines;
  }

  private static String markdown(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The same with one more column, of words. */
  FiguresTable withWords(String heading, List<String> cells) {
    List<String> more = new ArrayList<>(headings);
    more.add(TextTable.words(heading));
    return new FiguresTable(title, List.copyOf(more), IntStream.range(0, rows.size()).mapToObj(row -> {
      List<String> longer = new ArrayList<>(rows.get(row));
      longer.add(cells.get(row));
      return List.copyOf(longer);
    }).toList());
  }
}
