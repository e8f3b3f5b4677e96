package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void namesStandToTheLeftFiguresToTheRightAndSpreadsBesideTheirMedians() {
    TextTable table = new TextTable("variant", "s", "(min–max)", "CPU");
    table.add("sync", "10.00", "(9.00–11.00)", "3 %");
    table.add("async-offload", "2.00", "(1–3)", "100 %");

    assertThat(table.lines()).containsExactly(
        "variant             s (min–max)        CPU",
        "──────────────────────────────────────────",
        "sync            10.00 (9.00–11.00)     3 %",
        "async-offload    2.00 (1–3)          100 %");
  }

  @Test
  void noLineEndsInBlanks() {
    TextTable table = new TextTable("a", "(min–max)");
    table.add("b", "");

    assertThat(table.lines()).containsExactly("a (min–max)", "───────────", "b");
  }

  @Test
  void withoutRowsThereAreTheHeadingsAndTheRule() {
    assertThat(new TextTable("a", "b").lines()).containsExactly("a   b", "─────");
  }

  @Test
  void wordsBeginAtTheLeft() {
    TextTable table = new TextTable("claim", "lab", TextTable.words("verdict"));
    table.add("1", "bounds", "holds");
    table.add("10", "gil", "only with the lock");

    assertThat(table.lines()).containsExactly(
        "claim      lab   verdict",
        "─".repeat(35),
        "1       bounds   holds",
        "10         gil   only with the lock");
  }
}
