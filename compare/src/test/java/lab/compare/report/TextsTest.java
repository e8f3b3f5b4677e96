package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lab.compare.run.ResultFiles;
import lab.compare.run.Results;
import lab.compare.run.Runs;
import lab.compare.run.Sentence;
import lab.crawl.measure.Json;
import lab.crawl.measure.LowerBound.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's texts: complete in each language, and the only words that it has. */
class TextsTest {
  private static final TextFiles FILES = new TextFiles(ReportPage.path("report"), Path.of("src", "main"));
  private static final Texts GERMAN = Texts.of(Language.DE);

  @Test
  void eachLanguageHasTheSameTextsWithTheSamePlaces() {
    assertThat(FILES.places(Language.DE)).isEqualTo(FILES.places(Language.EN));
  }

  @Test
  void noTextIsUnused() {
    assertThat(FILES.unused()).isEmpty();
  }

  @Test
  void scriptsHaveNoWordsOfTheirOwn() {
    assertThat(FILES.wordsInScripts()).isEmpty();
  }

  @Test
  void aKeyWithoutTextIsABug() {
    assertThatThrownBy(() -> GERMAN.say("no.such")).isInstanceOf(IllegalStateException.class).hasMessage("no text no.such");
  }

  @Test
  void whatWasCheckedIsSaidInTheReadersLanguage() {
    Results results = Runs.of("sync", 1_000).results();

    assertThat(results.checked()).extracting(GERMAN::say).containsExactly(
        "Geprüft: 8 Crawls, alle mit demselben Fingerabdruck der Site: 39108", "Der Server zählte in jedem 7 Anfragen.");
    assertThat(new ComparisonReport(results, List.of(), new ResultFiles(Path.of("results.json"))).lines()).contains(
        "Checked: 8 crawls, one site digest: 39108\n         The server counted 7 requests in each.");
  }

  @Test
  void wordsOfAnOlderVersionStayAsTheyAre() {
    Sentence words = Json.read("\"Checked: all.\"", Sentence.class);

    assertThat(GERMAN.say(words)).isEqualTo("Checked: all.");
    assertThat(Json.read(Json.line(words), Sentence.class)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"12_345_678, '12345.68', '12.345,68'", "999_990, 999.99, '999,99'", "-1_500_000, -1500.00, '-1.500,00'"})
  void figuresHaveTheLanguagesPointAndGroups(String millis, String english, String german) {
    double value = Double.parseDouble(millis.replace("_", ""));
    assertThat(new FigureText(Texts.ENGLISH).seconds(value)).isEqualTo(english);
    assertThat(new FigureText(GERMAN).seconds(value)).isEqualTo(german);
  }

  @Test
  void theHeadlineIsGerman() {
    Runs runs = Runs.of("sync", 10_000, 10_000, 10_000, 10_000, 10_000, 10_000)
        .and("threads", 2_000, 2_000, 2_000, 2_000, 2_000, 1_990).and("procs", 2_000, 2_000, 2_000, 2_000, 2_000, 2_000);
    IntStream.rangeClosed(1, 6).forEach(round -> runs.and(Runs.warm("async", round, 2_000).bound(1_900, Limit.WAITING)));
    Headline headline = new Headline(runs.results(), GERMAN);

    assertThat(headline.sentencesBesideLines()).containsExactly(
        "threads war 5,00-mal so schnell (5,00–5,03) wie sync.", "Kein Unterschied nachweisbar zwischen threads und procs und async.");
    assertThat(headline.lines()).extracting(Headline.Line::notice).containsExactly(
        "Der Maßstab.", "5,00-mal so schnell (5,00–5,03) wie sync.", "5,00-mal so schnell (5,00–5,00) wie sync.",
        "5,00-mal so schnell (5,00–5,00) wie sync; bei 95 % des bestenfalls Möglichen; die Grenze war die Breite.");
  }

  @Test
  void titlesWarningsAndTablesAreGerman() {
    Runs runs = Runs.of(Runs.cold("sync", 1, 12_000), Runs.warm("sync", 1, 10_000).othersCpu(3_200));

    assertThat(new Titles(GERMAN).crawl(runs.results()))
        .isEqualTo("flat:7, Latenz 5ms · Breite 8 · 40 Prüfsummen-Runden je Seite · 1 Runde in 1 JVM");
    assertThat(new Warnings(runs.results(), GERMAN).lines()).first().asString().startsWith("Der Rechner war beschäftigt").contains("16 %");
    assertThat(new ComparisonTable(runs.results(), GERMAN).times().rows().getFirst()).contains("12,00", "11 Crawls");
    assertThat(new ComparisonTable(runs.results(), GERMAN).costs().headings()).contains("Auslastung", "RSS, MB");
  }
}
