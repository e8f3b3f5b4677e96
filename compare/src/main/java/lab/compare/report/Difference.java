package lab.compare.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   * @param ratioText how that is written
   * @param verdict whether the spread allows the claim
   */
  record Row(String variant, boolean warm, Millis left, Millis right, double ratio, String ratioText, String verdict) {
    /** The row in words. */
    String sentence(Texts texts) {
      return texts.say("diff.sentence", variant, ratioText, verdict);
    }
  }

  /** Holds two results against each other; what is said of them is said in some language. */
  public static Difference of(Path leftFile, Results left, Path rightFile, Results right, Texts texts) {
    List<Row> rows = new ArrayList<>();
    for (String variant : left.variants()) {
      if (right.variants().contains(variant)) {
        rows.add(row(variant, false, left, right, texts));
        rows.add(row(variant, true, left, right, texts));
      }
    }
    return new Difference(leftFile.toString(), rightFile.toString(), List.copyOf(rows), cautions(left, right, texts));
  }

  private static Row row(String variant, boolean warm, Results left, Results right, Texts texts) {
    FigureText figures = new FigureText(texts);
    List<Double> before = VariantFigures.elapsed(left, variant, warm);
    List<Double> after = VariantFigures.elapsed(right, variant, warm);
    PairedClaim claim = warm ? right.timesAsFast(variant, left, variant) : PairedClaim.of(after, before);
    return new Row(variant, warm, Millis.of(before, figures), Millis.of(after, figures), 1 / claim.ratio(), figures.ratio(1 / claim.ratio()),
        figures.verdict(claim));
  }

  private static List<String> cautions(Results left, Results right, Texts texts) {
    Titles titles = new Titles(texts);
    List<String> cautions = new ArrayList<>();
    if (!left.site().name().equals(right.site().name()) || !left.site().latency().equals(right.site().latency())) {
      cautions.add(texts.say("diff.sites", titles.site(left.site()), titles.site(right.site())));
    }
    if (left.plan().concurrency() != right.plan().concurrency()
        || left.plan().work().checksumRounds() != right.plan().work().checksumRounds()) {
      cautions.add(texts.say("diff.plans",
          left.plan().concurrency(), right.plan().concurrency(),
          left.plan().work().checksumRounds(), right.plan().work().checksumRounds()));
    }
    if (left.plan().work().interpreterLock() != right.plan().work().interpreterLock()) {
      cautions.add(texts.say("diff.lock", texts.say(left.plan().work().interpreterLock() ? "diff.left" : "diff.right")));
    }
    if (!left.machine().equals(right.machine())) {
      cautions.add(texts.say("diff.machines", described(left.machine(), texts), described(right.machine(), texts)));
    }
    return cautions;
  }

  private static String described(Machine machine, Texts texts) {
    return texts.say("diff.described", new Titles(texts).machine(machine), machine.jvmOptions());
  }

  /** The lines to print. */
  public List<String> lines() {
    TextTable table = new TextTable("variant", "crawl", "left, s", "(min–max)", "right, s", "(min–max)", "right ÷ left", "verdict");
    for (Row row : rows) {
      table.add(row.variant, row.warm ? "warm" : "cold", row.left.text(), row.left.range(), row.right.text(),
          row.right.range(), row.ratioText, row.verdict);
    }
    List<String> lines = new ArrayList<>(List.of("left:  " + left, "right: " + right));
    cautions.forEach(caution -> lines.add("WARNING: " + caution));
    lines.add("");
    lines.addAll(table.lines());
    lines.add("");
    lines.add("faster, slower: the 95 % interval of right ÷ left, by rounds (from six JVMs on: by JVMs), leaves 1 out. The two sides didn't take"
        + " turns: run them on a quiet machine, soon after each other.");
    return lines;
  }
}
