package lab.lecture.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lab.compare.report.Language;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void figuresAndVerdictsAreGermanInGerman() {
    List<String> said = Words.in(Language.DE, () -> List.of(
        Figure.of("", Unit.TIMES, 1.95, 1.98, 2.02).text(), Unit.COUNT.text(10_000), Unit.MILLIS.text(8_650),
        Finding.dependsIf(2, "wie lang", Statement.of("a", true), Statement.of("b", false)).verdictWords(),
        Figure.of("es", Unit.TIMES, 1, 2).isAbove(2, 1.5).words()));

    assertThat(said).containsExactly(
        "1,98× (1,95–2,02)", "10.000", "8,65 s", "kommt darauf an, wie lang", "es liegt über 2,00× (nein: 1,50× oder weniger)");
  }

  @Test
  void aLanguageIsForItsThreadAndItsTimeOnly() {
    String elsewhere = Words.in(Language.DE, () -> CompletableFuture.supplyAsync(Verdict.HOLDS::words).join());

    assertThat(List.of(elsewhere, Verdict.HOLDS.words())).containsOnly("holds");
  }

  @Test
  void aJvmThatWorksForThisOneIsToldItsLanguage() {
    assertThat(Words.jvmArgument()).endsWith("=EN");
    assertThat(Words.in(Language.DE, Words::jvmArgument)).endsWith("=DE");
  }
}
