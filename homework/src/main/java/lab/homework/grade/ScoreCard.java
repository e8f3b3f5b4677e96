package lab.homework.grade;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lab.crawl.cli.TextTable;
import lab.crawl.measure.Json;

/**
 * The points of one student, for people and for a classroom service.
 *
 * @param grades one for each exercise, in their order
 */
public record ScoreCard(List<Grade> grades) {
  /** Characters that no XML may hold (XML 1.0, production 2, without those beyond 16 bits). */
  private static final String NOT_IN_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD]";

  /** What {@link #json()} holds of an exercise. */
  private record Line(
      int exercise, String title, List<Integer> claims, boolean solved, int points, int of, String firstToFix,
      List<RuleResult> rules) {}

  /** All of {@link #json()}. */
  private record Card(int points, int of, List<Line> exercises) {}

  /** The points of all exercises. */
  public int points() {
    return grades.stream().mapToInt(Grade::points).sum();
  }

  /** The points that there are. */
  public int possiblePoints() {
    return grades.stream().mapToInt(Grade::possiblePoints).sum();
  }

  /** A table, a line for each exercise; below it, for each that was begun, what to mend first. */
  public List<String> lines() {
    TextTable table = new TextTable("exercise", "points", "rules");
    for (Grade grade : grades) {
      long passed = grade.results().stream().filter(RuleResult::isPassed).count();
      table.add("%2d  %s".formatted(grade.card().number(), grade.card().title()),
          grade.points() + " of " + grade.possiblePoints(), passed + " of " + grade.results().size());
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(points() + " of " + possiblePoints() + " points.");
    grades.stream().filter(grade -> !grade.isSolved() && grade.isBegun()).forEach(grade ->
        lines.add("Mend first in " + grade.card().number() + ": " + firstToFix(grade)));
    grades.stream().filter(grade -> !grade.isBegun()).findFirst().ifPresent(grade ->
        lines.add("Begin next: " + grade.card().number() + ", " + grade.card().title() + ": " + grade.card().starter()));
    return lines;
  }

  /** One exercise with all of its rules. */
  public static List<String> lines(Grade grade) {
    List<String> lines = new ArrayList<>();
    lines.add("Exercise " + grade.card().number() + ": " + grade.card().title());
    for (RuleResult result : grade.results()) {
      String mark = switch (result.verdict()) {
        case PASSED -> "✓";
        case FAILED -> "✗";
        case NOT_TRIED -> "–";
      };
      lines.add("  %s %2d  %s".formatted(mark, result.points(), result.rule()));
    }
    lines.add(grade.points() + " of " + grade.possiblePoints() + " points.");
    grade.firstToFix().ifPresent(result -> {
      lines.add("Mend first: " + result.message());
      lines.add("Your file: " + grade.card().starter() + "; read before: " + grade.card().handout() + claims(grade));
    });
    return lines;
  }

  private static String claims(Grade grade) {
    return grade.card().claims().isEmpty()
        ? ""
        : grade.card().claims().stream().map(String::valueOf).collect(Collectors.joining(", ", "; claims ", " of the lecture"));
  }

  private static String firstToFix(Grade grade) {
    return grade.firstToFix().map(RuleResult::message).orElse("");
  }

  /** All of it as JSON. */
  public String json() {
    return Json.pretty(new Card(points(), possiblePoints(), grades.stream()
        .map(grade -> new Line(grade.card().number(), grade.card().title(), grade.card().claims(), grade.isSolved(),
            grade.points(), grade.possiblePoints(), firstToFix(grade), grade.results()))
        .toList()));
  }

  /**
   * All of it as JUnit writes it, which classroom services read: a suite for each exercise, a test for each rule.
   *
   * <p>Format: the schema of Maven Surefire's reports, as far as it is needed here.
   */
  public String junitXml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument();
      xml.writeStartElement("testsuites");
      for (Grade grade : grades) {
        writeSuite(xml, grade);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text + "\n";
  }

  private static void writeSuite(XMLStreamWriter xml, Grade grade) throws XMLStreamException {
    long failed = grade.results().stream().filter(result -> result.verdict() == RuleResult.Verdict.FAILED).count();
    long notTried = grade.results().stream().filter(result -> result.verdict() == RuleResult.Verdict.NOT_TRIED).count();
    String name = "exercise " + grade.card().number() + ": " + grade.card().title();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", String.valueOf(grade.results().size()));
    xml.writeAttribute("failures", String.valueOf(failed));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(notTried));
    for (RuleResult result : grade.results()) {
      writeCase(xml, name, result);
    }
    xml.writeEndElement();
  }

  private static void writeCase(XMLStreamWriter xml, String suite, RuleResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", suite);
    xml.writeAttribute("name", result.rule() + " (" + result.points() + " points)");
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", result.seconds()));
    if (!result.isPassed()) {
      xml.writeStartElement(result.verdict() == RuleResult.Verdict.FAILED ? "failure" : "skipped");
      xml.writeAttribute("message", result.message().replaceAll(NOT_IN_XML, "?"));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
