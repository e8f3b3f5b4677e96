package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedLinesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 100, 1_003})
  void areSortedByRuns(int count) throws IOException {
    List<String> lines = new Random(count).ints(count, 0, 500).mapToObj(number -> "line " + number + " ä").toList();
    Path unsorted = Files.write(folder.resolve("unsorted"), lines);
    Path sorted = folder.resolve("sorted");

    SortedLines.write(unsorted, sorted, Comparator.naturalOrder(), 10);

    assertThat(Files.readAllLines(sorted)).isEqualTo(lines.stream().sorted().toList());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("unsorted", "sorted");
  }
}
