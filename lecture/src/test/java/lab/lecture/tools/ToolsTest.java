package lab.lecture.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lab.lecture.faults.Fault;
import lab.lecture.tools.Find.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of tool finds a fault that it is sure to find, and has nothing against what is right; luck decides none of these. */
class ToolsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
      "LINCHECK, NOT_ATOMIC, FOUND, the last page was done",
      "LINCHECK, CHECK_THEN_ACT, FOUND, fetched 2 times",
      // It takes all to see every write at once: so no fault of visibility can show.
      "LINCHECK, NOT_VISIBLE, NOT_FOUND, ''",
      "ERROR_PRONE, NOT_ATOMIC, FOUND, NonAtomicVolatileUpdate",
      "ERROR_PRONE, NONE, NOT_FOUND, ''",
  })
  void inAJvmOfItsOwn(Tool tool, Fault fault, Answer answer, String told) {
    Find find = new ToolJvm("", folder, 20).ask(tool, fault);

    assertThat(find.answer()).as(find.told()).isEqualTo(answer);
    assertThat(find.told()).contains(told);
    Path words = folder.resolve((tool + "-" + fault + ".txt").toLowerCase(Locale.ROOT));
    assertThat(words).isNotEmptyFile();
    assertThat(folder.toFile().list()).as("what it leaves behind").containsExactly(words.getFileName().toString());
  }

  @ParameterizedTest
  @CsvSource({
      "NOT_ATOMIC, FOUND, no count is volatile",
      "NOT_VISIBLE, FOUND, or says what guards it",
      "LOST_EXCEPTION, FOUND, nobody submits a task",
      "BLOCKED_LOOP, FOUND, knows no client that blocks",
      "CHECK_THEN_ACT, NOT_FOUND, ''",
      // A false alarm, and known: the right queue waits, too.
      "NONE, FOUND, nobody calls wait or notify",
  })
  void rulesAboutClasses(Fault fault, Answer answer, String told) throws Exception {
    Find find = new ArchRules().about(fault);

    assertThat(find.answer()).isEqualTo(answer);
    assertThat(find.told()).contains(told);
  }

  @Test
  void theRightCrawlerIsRightEachTime() throws Exception {
    PlainRuns runs = new PlainRuns(20, Duration.ofMinutes(1));

    assertThat(runs.about(Fault.NONE)).isEqualTo(Find.notFound("20 runs"));
    assertThat(new ThreadDump(runs).about(Fault.NONE).told()).isEqualTo("none of 20 runs hung");
  }

  @Test
  void whatNeedsNoSecondThreadIsNoRace() throws Exception {
    assertThat(new Jcstress().about(Fault.LEAKED_PERMIT)).isEqualTo(Jcstress.noScenario());
    assertThat(new ModelChecking().about(Fault.LEAKED_PERMIT)).isEqualTo(Jcstress.noScenario());
  }

  @Test
  void jcstressIsTakenAtItsLastTable() throws IOException {
    String words = """
          Results across all configurations:

                   RESULT    SAMPLES     FREQ      EXPECT  DESCRIPTION
          fetched 2 times     97,183    1.83%   Forbidden  What must never be.
                    right  5,215,348   98.17%  Acceptable  All is well.

          Messages:
        """;

    assertThat(Jcstress.find(words).answer()).isEqualTo(Answer.FOUND);
    assertThat(Jcstress.find(words).after()).isEqualTo("5,312,531 samples");
    assertThat(Jcstress.find(words.replaceFirst(".*Forbidden.*\n", ""))).isEqualTo(Find.notFound("5,215,348 samples"));
    assertThat(Jcstress.find("    Timeout waiting for tasks to complete: 30005 ms\n").answer()).isEqualTo(Answer.HUNG);
    assertThat(Jcstress.find("FATAL: No matching tests.").answer()).isEqualTo(Answer.NOT_ASKED);
    assertThatThrownBy(() -> Jcstress.find("  RESULT    SAMPLES\n\n")).hasMessage("jcstress has tried nothing");
  }

  /** A tool without its library has found nothing, but doesn't say that all is well. */
  @Test
  void whoFailsHasNotAnswered() {
    Find find = new ToolJvm("", folder, 20) {
      @Override
      List<String> command(Tool tool, Fault fault) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
            ToolMain.class.getName(), tool.name(), "NO_SUCH_FAULT");
      }
    }.ask(Tool.ARCH_UNIT, Fault.NONE);

    assertThat(find.answer()).isEqualTo(Answer.FAILED);
    assertThat(find.told()).startsWith("It ended without an answer");
  }

  @Test
  void aCellSaysWhatCameAndAfterHowMuch() {
    assertThat(Find.found("37 runs", "a\n  b").took(2.4).cell()).isEqualTo("found, 37 runs, 2 s");
    assertThat(Find.notAsked("why").cell()).isEqualTo("–");
    assertThat(Find.found("", "a\n  b").shortened()).isEqualTo("a ¶ b");
  }
}
