package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.crawl.FailureKind;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedVisitsTest {
  @TempDir Path folder;

  private static Visit visit(int number) {
    HttpUrl url = HttpUrl.get("http://site.test/" + "a!-~b".charAt(number % 5) + number + (number % 3 == 0 ? "?q=ä" : ""));
    return switch (number % 4) {
      case 0 -> new Visit.Saved(url, 200, number, "ab".repeat(32), "-");
      case 1 -> new Visit.Redirected(url, 301, HttpUrl.get("http://site.test/" + number + "/"));
      case 2 -> new Visit.Skipped(url, SkipReason.EXCLUDED);
      default -> new Visit.Failed(url, FailureKind.TIMEOUT, 0, "a \u2028 detail");
    };
  }

  @Test
  void areInTheOrderOfTheirUrls() throws IOException {
    List<Visit> visits = new ArrayList<>(IntStream.range(0, 2_000).mapToObj(SortedVisitsTest::visit).toList());
    Collections.shuffle(visits, new Random(3));
    Path unsorted = folder.resolve("unsorted");
    Files.writeString(unsorted, visits.stream().map(SortedVisits::line).collect(Collectors.joining()));
    visits.sort(Comparator.comparing(visit -> visit.url().toString()));

    SortedVisits sorted = SortedVisits.of(unsorted, folder.resolve("sorted"));

    assertThat(List.copyOf(sorted)).isEqualTo(visits);
    assertThat(sorted).hasSize(visits.size());
    assertThat(IntStream.range(0, sorted.size()).mapToObj(sorted::get).toList()).isEqualTo(visits);
  }

  /** Ctrl-C may come while a copy is made of them, by many threads. */
  @Test
  void anInterruptDoesNotKeepThemFromBeingRead() throws IOException {
    List<Visit> visits = IntStream.range(0, 2_000).mapToObj(SortedVisitsTest::visit).toList();
    Path unsorted = folder.resolve("unsorted");
    Files.writeString(unsorted, visits.stream().map(SortedVisits::line).collect(Collectors.joining()));
    SortedVisits sorted = SortedVisits.of(unsorted, folder.resolve("sorted"));

    Thread.currentThread().interrupt();
    try {
      assertThat(sorted.get(0)).isEqualTo(sorted.iterator().next());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(sorted.parallelStream().toList()).containsExactlyInAnyOrderElementsOf(visits);
  }
}
