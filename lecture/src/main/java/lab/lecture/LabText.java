package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.lecture.labs.Lab;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.LabTable;

/** A lab as the terminal shows it. */
final class LabText {
  private LabText() {}

  /** What to read before it runs. */
  static List<String> before(Lab lab, boolean quick) {
    return List.of(
        say("terminal.title", lab.info().name(), lab.info().line()),
        "",
        say("terminal.predict", lab.info().question()),
        "",
        quick ? say("terminal.quick") : say("terminal.about", lab.info().seconds()),
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
    lines.add(say("terminal.more-cores", result.moreCores()));
    lines.add(say("terminal.took", String.format(Locale.ROOT, "%.0f", result.seconds())));
    return lines;
  }

  /** A finding in a few lines. */
  static List<String> finding(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(say("terminal.of-claim", finding.number(), finding.words()));
    lines.add("  " + finding.verdictWords().toUpperCase(Locale.ROOT).substring(0, 1) + finding.verdictWords().substring(1));
    finding.figures().forEach(figure -> lines.add("    " + figure.name() + ": " + figure.text()));
    lines.add("  " + say("terminal.rule", finding.rule()));
    return lines;
  }
}
