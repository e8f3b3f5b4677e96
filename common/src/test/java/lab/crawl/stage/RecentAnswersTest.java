package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
  private final RecentAnswers<String, String> answers = new RecentAnswers<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void asksOnlyOnce() {
    assertThat(List.of(get("x"), get("x"), get("y"), get("x"))).containsExactly("x!", "x!", "y!", "x!");
    assertThat(asked).containsExactly("x", "y");
  }

  @Test
  void neverGivesOneAnswerForAnother() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100_000; i++) {
        assertThat(get("x" + i)).isEqualTo("x" + i + "!");
      }
    }
  }

  @Test
  void holdsThousandsButNotAll() {
    for (int i = 0; i < 100_000; i++) {
      get("x" + i);
    }
    asked.clear();
    for (int i = 99_999; i >= 0; i--) {
      get("x" + i);
    }
    assertThat(100_000 - asked.size()).as("remembered").isBetween(4_000, 8_192);
  }

  private String get(String question) {
    return answers.get(question, found -> {
      asked.add(found);
      return found + "!";
    });
  }
}
