package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.compare.report.VariantFigures.Millis;
import lab.compare.run.Results;
import lab.compare.stats.PairedClaim;
import lab.crawl.cli.TextTable;
import lab.crawl.measure.Machine;

/**
 * Two comparisons side by side, for instance before and after a change.
 *
 * @param left the file with the first one's figures
 * @param right the file with the other one's
 * @param rows a cold and a warm one for each variant that both have
 * @param cautions what makes the two hard to compare
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Difference(String left, String right, List<Row> rows, List<String> cautions) {

  /**
   * One variant.
   *
   * @param ratio right ÷ left; below 1, it has become faster
   * @param verdict whether the spread allows the claim
   */
  record Row(String variant, boolean warm, Millis left, Millis right, double ratio, String verdict) {
    /** The row in words. */
    String sentence() {
      return text("%s: %s times as long as before (%s).", variant, ratioText(), verdict);
    }

    /** As it is written. */
    @JsonProperty
    String ratioText() {
      return FigureText.ratio(ratio);
    }
  }

  /** Holds two results against each other. */
  public static Difference of(Path leftFile, Results left, Path rightFile, Results right) {
    List<Row> rows = new ArrayList<>();
    for (String variant : left.variants()) {
      if (right.variants().contains(variant)) {
        rows.add(row(variant, false, left, right));
        rows.add(row(variant, true, left, right));
      }
    }
    return new Difference(leftFile.toString(), rightFile.toString(), List.copyOf(rows), cautions(left, right));
  }

  private static Row row(String variant, boolean warm, Results left, Results right) {
    List<Double> before = VariantFigures.elapsed(left, variant, warm);
    List<Double> after = VariantFigures.elapsed(right, variant, warm);
    PairedClaim claim = PairedClaim.of(after, before);
    return new Row(variant, warm, Millis.of(before), Millis.of(after), 1 / claim.ratio(), claim.words());
  }

  private static List<String> cautions(Results left, Results right) {
    List<String> cautions = new ArrayList<>();
    if (!left.site().name().equals(right.site().name()) || !left.site().latency().equals(right.site().latency())) {
      cautions.add(text("Two sites: %s and %s.", left.site().description(), right.site().description()));
    }
    if (left.plan().concurrency() != right.plan().concurrency()
        || left.plan().work().checksumRounds() != right.plan().work().checksumRounds()) {
      cautions.add(text("Two plans: concurrency %d and %d, %d and %d checksum rounds.",
          left.plan().concurrency(), right.plan().concurrency(),
          left.plan().work().checksumRounds(), right.plan().work().checksumRounds()));
    }
    if (left.plan().work().interpreterLock() != right.plan().work().interpreterLock()) {
      String with = left.plan().work().interpreterLock() ? "left" : "right";
      cautions.add(text("Two plans: only the %s is with an interpreter lock.", with));
    }
    if (!left.machine().equals(right.machine())) {
      cautions.add("Two machines, JDKs or JVM options: " + described(left.machine()) + "; and " + described(right.machine()) + ".");
    }
    return cautions;
  }

  private static String described(Machine machine) {
    return ComparisonReport.machine(machine) + ", options " + machine.jvmOptions();
  }

  /** The lines to print. */
  public List<String> lines() {
    TextTable table = new TextTable("variant", "crawl", "left, s", "(min–max)", "right, s", "(min–max)", "right ÷ left", "verdict");
    for (Row row : rows) {
      table.add(row.variant, row.warm ? "warm" : "cold", row.left.text(), row.left.range(), row.right.text(),
          row.right.range(), row.ratioText(), row.verdict);
    }
    List<String> lines = new ArrayList<>(List.of("left:  " + left, "right: " + right));
    cautions.forEach(caution -> lines.add("WARNING: " + caution));
    lines.add("");
    lines.addAll(table.lines());
    lines.add("");
    lines.add("faster, slower: the 95 % interval of right ÷ left, by rounds, leaves 1 out. The two sides didn't take turns: run them on a"
        + " quiet machine, soon after each other.");
    return lines;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
