package lab.homework.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import lab.homework.grade.RuleResult.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a student, a teacher and a classroom service read. */
class ScoreCardTest {
  private static final Grade SOLVED = new Grade(card(1, "Easy"),
      List.of(new RuleResult("it works", 5, Verdict.PASSED, "", 0.25)));
  private static final Grade BEGUN = new Grade(card(2, "Harder"), List.of(
      new RuleResult("it works", 4, Verdict.PASSED, "", 0.1),
      new RuleResult("each <b> once", 3, Verdict.FAILED, "/b was fetched \"twice\" & more", 0.2),
      new RuleResult("it ends", 2, Verdict.NOT_TRIED, "not tried", 0)));
  private static final Grade UNTOUCHED = new Grade(card(3, "Hardest"),
      List.of(new RuleResult("it works", 9, Verdict.FAILED, "not begun yet", 0)));
  private static final ScoreCard ALL = new ScoreCard(List.of(SOLVED, BEGUN, UNTOUCHED));

  private static Card card(int number, String title) {
    return new Card(number, title, List.of(20, 21), "crawler-threads/README.md", "homework/My" + number + ".java");
  }

  @Test
  void theCardHasALineForEachExerciseAndSaysWhatToMend() {
    assertThat(String.join("\n", ALL.lines())).isEqualTo("""
        exercise      points    rules
        ─────────────────────────────
         1  Easy      5 of 5   1 of 1
         2  Harder    4 of 9   1 of 3
         3  Hardest   0 of 9   0 of 1

        9 of 23 points.
        Mend first in 2: /b was fetched "twice" & more
        Begin next: 3, Hardest: homework/My3.java""");
  }

  @Test
  void oneExerciseShowsEachRule() {
    assertThat(String.join("\n", ScoreCard.lines(BEGUN))).isEqualTo("""
        Exercise 2: Harder
          ✓  4  it works
          ✗  3  each <b> once
          –  2  it ends
        4 of 9 points.
        Mend first: /b was fetched "twice" & more
        Your file: homework/My2.java; read before: crawler-threads/README.md; claims 20, 21 of the lecture""");
  }

  @Test
  void aSolvedExerciseHasNothingToMend() {
    assertThat(ScoreCard.lines(SOLVED)).containsExactly("Exercise 1: Easy", "  ✓  5  it works", "5 of 5 points.");
  }

  @Test
  void theJsonHoldsPointsAndReasons() {
    assertThat(ALL.json())
        .contains("\"points\" : 9", "\"of\" : 23", "\"firstToFix\" : \"/b was fetched \\\"twice\\\" & more\"", "\"NOT_TRIED\"");
  }

  @Test
  void aSolutionThatKeepsNoRuleYetIsBegunAllTheSame() {
    Grade stuck = new Grade(card(4, "Stuck"), List.of(new RuleResult("it works", 9, Verdict.FAILED, "it never ends", 8)));
    assertThat(new ScoreCard(List.of(stuck, UNTOUCHED)).lines())
        .contains("Mend first in 4: it never ends", "Begin next: 3, Hardest: homework/My3.java");
  }

  @Test
  void theXmlIsXmlInAnyLanguageAndWhateverASolutionSays() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Grade odd = new Grade(card(5, "Odd"), List.of(new RuleResult("it works", 1, Verdict.FAILED, "a \0 byte", 0.25)));
      String xml = new ScoreCard(List.of(odd)).junitXml();
      assertThat(xml).contains("time=\"0.250\"").contains("message=\"a ? byte\"");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theXmlIsWhatJUnitWrites() throws Exception {
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(ALL.junitXml().getBytes(StandardCharsets.UTF_8)));
    Element harder = (Element) xml.getElementsByTagName("testsuite").item(1);
    assertThat(harder.getAttribute("tests")).isEqualTo("3");
    assertThat(harder.getAttribute("failures")).isEqualTo("1");
    assertThat(harder.getAttribute("skipped")).isEqualTo("1");
    Element failure = (Element) harder.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("/b was fetched \"twice\" & more");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("each <b> once (3 points)");
  }
}
