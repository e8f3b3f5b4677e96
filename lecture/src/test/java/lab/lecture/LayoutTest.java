package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formatter lets pass: it neither breaks nor joins a line. */
class LayoutTest {
  private static final Path LAB = Path.of("..");
  private static final int LONGEST_LINE = 150;

  @ParameterizedTest
  @ValueSource(strings = {".java", ".js"})
  void noLineIsTooLong(String extension) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.find(LAB, 20, (file, _) -> isSource(file) && file.toString().endsWith(extension))) {
      sources = files.toList();
    }

    assertThat(sources).hasSizeGreaterThan(10);
    assertThat(sources.stream().flatMap(LayoutTest::tooLong)).as("lines of more than %d characters", LONGEST_LINE).isEmpty();
  }

  private static boolean isSource(Path file) {
    List<String> names = Stream.of(LAB.relativize(file).toString().split("[/\\\\]")).toList();
    return names.contains("src") && !names.contains("target");
  }

  private static Stream<String> tooLong(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return IntStream.range(0, lines.size()).filter(i -> length(lines.get(i)) > LONGEST_LINE).mapToObj(i -> file + ":" + (i + 1));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }
}
