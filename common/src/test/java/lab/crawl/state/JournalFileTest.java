package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final List<Visited> VISITS = List.of(
      new Visited(new Visit.Saved(url("/"), 200, 12, "ab".repeat(32), "cd".repeat(32)), List.of("http://site.test/ä%20b", "http://site.test/c")),
      new Visited(new Visit.Redirected(url("/c"), 301, url("/d")), List.of("http://site.test/d")),
      new Visited(new Visit.Failed(url("/d"), FailureKind.CONNECTION_LOST, 0, "it \"broke\"\u2028 there"), List.of()));

  @TempDir Path folder;
  private Path file;

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.test" + path);
  }

  @BeforeEach
  void write() {
    file = folder.resolve("journal");
    append(VISITS);
  }

  private void append(List<Visited> visits) {
    try (JournalFile journal = new JournalFile(file, Optional.empty())) {
      journal.replay(_ -> {});
      visits.forEach(journal::append);
    }
  }

  private List<Visited> read() {
    List<Visited> visits = new ArrayList<>();
    try (JournalFile journal = new JournalFile(file, Optional.empty())) {
      journal.replay(visits::add);
      assertThat(journal.earlierVisits()).isEqualTo(visits.size());
    }
    return visits;
  }

  /** That is how a crawl ends, and it may be in the middle of a line. */
  @Test
  void anInterruptDoesNotKeepAVisitFromBeingWritten() {
    Thread.currentThread().interrupt();
    try {
      append(VISITS);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(read()).hasSize(2 * VISITS.size());
  }

  @Test
  void tellsOfAllVisitsInTheirOrder() {
    assertThat(read()).isEqualTo(VISITS);
  }

  @Test
  void dropsATornLineWhereverItIsTornAndGoesOnInItsPlace() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(file, torn);
      int left = (int) new String(torn, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();

      assertThat(read()).as("of %d bytes", length).isEqualTo(VISITS.subList(0, left));
      append(VISITS.subList(left, VISITS.size()));
      assertThat(read()).as("after %d bytes it went on", length).isEqualTo(VISITS);
    }
  }

  @Test
  void dropsALastLineThatIsNotWhatWasWritten() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 30, bytes.length - 1, (byte) 0);
    Files.write(file, bytes);
    assertThat(read()).isEqualTo(VISITS.subList(0, 2));
  }

  @Test
  void refusesWhatNoKillLeaves() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::read).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("byte 0 is damaged");
  }

  @Test
  void refusesWhatAnotherProgramHasWritten() throws IOException {
    Files.writeString(file, "297bd0aa {}\n");
    assertThatThrownBy(this::read).isInstanceOf(UncheckedIOException.class).hasMessageContaining("none of this program's");
  }

  @Test
  void whatIsOnlyReadIsLeftAsItIs() throws IOException {
    Files.writeString(file, "torn", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);
    List<Visited> visits = new ArrayList<>();
    try (JournalFile journal = JournalFile.readOnly(file)) {
      journal.replay(visits::add);
    }
    assertThat(visits).isEqualTo(VISITS);
    assertThat(file).hasBinaryContent(before);
  }
}
