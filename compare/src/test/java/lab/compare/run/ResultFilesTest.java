package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.crawl.measure.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThereIsNamedOnOneLine() {
    assertRefused(folder.resolve("missing.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "<html>\n</html>", "{", "{}", "null", "[1]", "{\n  \"option\" : \"latency\"\n}"})
  void aFileThatIsNoResultsIsNamedOnOneLine(String text) throws IOException {
    assertRefused(Files.writeString(folder.resolve("wrong.json"), text));
  }

  @Test
  void aFileWithoutAnyRunIsNoResults() throws IOException {
    String none = Json.pretty(new Runs().results());

    assertRefused(Files.writeString(folder.resolve("none.json"), none));
  }

  @Test
  void timelinesOfTwoResultsInOneFolderDoNotMix() {
    assertThat(new ResultFiles(folder.resolve("a.json")).timeline("sync round 1 warm"))
        .isEqualTo(folder.resolve("a-timelines/sync-round-1-warm.json"));
    assertThat(new ResultFiles(folder.resolve("b.json")).report()).isEqualTo(folder.resolve("report.html"));
  }

  private static void assertRefused(Path file) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ResultFiles.readResults(file))
        .satisfies(thrown -> assertThat(thrown.getMessage().lines()).singleElement().asString()
            .startsWith("cannot read " + file + ": ")
            .doesNotContain("Exception"));
  }
}
