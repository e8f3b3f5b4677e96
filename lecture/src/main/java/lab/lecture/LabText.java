package lab.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.lecture.labs.Lab;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;

/** A lab as the terminal shows it. */
final class LabText {
  private static final String QUICK = "(A quick look: sizes are smaller than the question says, rounds few, and JVMs hardly warm. Don't trust it far.)";

  private LabText() {}

  /** What to read before it runs. */
  static List<String> before(Lab lab, boolean quick) {
    return List.of(
        "Lab " + lab.info().name() + ": " + lab.info().line(),
        "",
        "Predict first: " + lab.info().question(),
        "",
        quick ? QUICK : "(About " + lab.info().seconds() + " s.)",
        "");
  }

  /** What came of it. */
  static List<String> after(LabResult result) {
    List<String> lines = new ArrayList<>();
    for (LabTable table : result.tables()) {
      lines.addAll(table.lines());
      lines.add("");
    }
    for (Finding finding : result.findings()) {
      lines.addAll(finding(finding));
      lines.add("");
    }
    lines.add(result.checked());
    lines.add("With more cores: " + result.moreCores());
    lines.add(String.format(Locale.ROOT, "Took %.0f s.", result.seconds()));
    return lines;
  }

  /** A finding in a few lines. */
  static List<String> finding(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("Claim " + finding.number() + ": " + finding.words());
    lines.add("  " + finding.verdictWords().toUpperCase(Locale.ROOT).substring(0, 1) + finding.verdictWords().substring(1));
    finding.figures().forEach(figure -> lines.add("    " + figure.name() + ": " + figure.text()));
    lines.add("  Rule: " + finding.rule());
    return lines;
  }
}
