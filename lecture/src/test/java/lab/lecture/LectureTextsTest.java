package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.compare.report.Language;
import lab.compare.report.TextFiles;
import lab.lecture.faults.Fault;
import lab.lecture.labs.Lab;
import lab.lecture.labs.Labs;
import lab.lecture.tools.Tool;
import lab.lecture.verdicts.Claim;
import lab.lecture.verdicts.Verdict;
import lab.lecture.verdicts.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the lecture's sections and of its labs: complete in each language, and the only words that they have. */
class LectureTextsTest {
  private static final Path MAIN = Path.of("src", "main");

  /** What a source asks for: a whole key, or the beginning of several. */
  private static final Pattern ASKED = Pattern.compile("\\bsay\\((?:[^\"'`()]|\\(\\))*[\"'`]([\\w.-]+)[\"'`](?: : [\"']([\\w.-]+)[\"'])?");

  /** What no reader of a figure sees: comments, progress, names for probes, and mistakes of whoever calls. */
  private static final Pattern NOT_SHOWN = Pattern.compile(
      "/\\*[\\s\\S]*?\\*/|//[^\n]*|says\\([^;]*;|runner\\.failed\\([^;]*;|Probes\\.run\\(\\s*runner, \"[^\"]*\"|\\w+Exception\\([^;]*;");
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,},? \\p{L}{2,}");

  @ParameterizedTest
  @ValueSource(strings = {"lecture", "verdicts", "labs", "tools"})
  void eachLanguageHasTheSameTextsWithTheSamePlacesAndNoneIsUnused(String topic) {
    TextFiles files = files(topic);

    assertThat(files.places(Language.DE)).isEqualTo(files.places(Language.EN));
    assertThat(files.unused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claims.js", "labs.js", "verdicts.js"})
  void scriptsHaveNoWordsOfTheirOwn(String script) {
    assertThat(new TextFiles("", MAIN.resolve("resources/lab/lecture/report").resolve(script)).wordsInScripts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"labs", "bench", "verdicts"})
  void labsHaveNoWordsOfTheirOwn(String name) throws IOException {
    try (Stream<Path> sources = Files.list(MAIN.resolve("java/lab/lecture").resolve(name))) {
      assertThat(sources.map(LectureTextsTest::read)
          .flatMap(source -> STRING.matcher(NOT_SHOWN.matcher(source).replaceAll("")).results().map(found -> found.group()))
          .filter(string -> WORDS.matcher(string).find()))
          .isEmpty();
    }
  }

  @Test
  void whatSourcesAskForIsThere() throws IOException {
    Set<String> known = new HashSet<>();
    Stream.of("lecture", "verdicts", "labs", "tools").forEach(topic -> known.addAll(files(topic).places(Language.EN).keySet()));
    List<String> asked = asked();

    assertThat(asked).hasSizeGreaterThan(300).allSatisfy(key -> assertThat(known).as(key)
        .anyMatch(one -> key.endsWith(".") ? one.startsWith(key) : one.equals(key)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsAskedForByItsNameIsThere(Language language) {
    Stream<String> names = Words.in(language, () -> Stream.of(
            Labs.all().stream().map(Lab::info).map(Object::toString),
            Labs.apart().stream().map(Lab::info).map(Object::toString),
            IntStream.rangeClosed(1, Claim.COUNT).mapToObj(number -> Claim.of(number).words()),
            Arrays.stream(Verdict.values()).map(Verdict::words),
            Arrays.stream(Tool.values()).map(Tool::words),
            Arrays.stream(Fault.values()).map(Fault::words))
        .flatMap(all -> all).toList()).stream();

    assertThat(names).doesNotContain("").hasSize(16 + 39 + 5 + 8 + 13);
  }

  private static List<String> asked() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".js"))
          .flatMap(file -> ASKED.matcher(read(file)).results())
          .flatMap(found -> Stream.of(found.group(1), found.group(2)))
          .filter(key -> key != null && key.indexOf('.') > 0)
          .distinct()
          .toList();
    }
  }

  private static TextFiles files(String topic) {
    return new TextFiles("/lab/lecture/report/" + topic, MAIN);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
