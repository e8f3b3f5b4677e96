package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.compare.report.Language;
import lab.compare.report.TextFiles;
import org.junit.jupiter.api.Test;

/** The texts of the lecture's sections are complete in each language. */
class LectureTextsTest {
  private static final TextFiles FILES = new TextFiles("/lab/lecture/report/lecture", Path.of("src", "main"));

  @Test
  void eachLanguageHasTheSameTextsWithTheSamePlaces() {
    assertThat(FILES.places(Language.DE)).isEqualTo(FILES.places(Language.EN));
  }

  @Test
  void noTextIsUnused() {
    assertThat(FILES.unused()).isEmpty();
  }
}
