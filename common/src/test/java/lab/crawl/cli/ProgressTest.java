package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final HttpUrl URL = HttpUrl.get("http://site.test/a");
  private static final int HOURS = 100_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void saysHowFarItIsNowAndThen() {
    try (Progress progress = Progress.inLines("sync", out, 10)) {
      progress.visited(new Visit.Saved(URL, 200, 1, "-", "-"), 3, 7);
      await().until(() -> lines().contains("sync: 3 of 7 pages known by now, 0 failed"));
      progress.visited(new Visit.Saved(URL, 200, 1, "-", "-"), 1, 1);
      await().until(() -> lines().contains("sync: 1 of 1 page known by now, 0 failed"));
    }
  }

  @Test
  void tellsFailuresAsTheyComeTenAtMost() {
    try (Progress progress = Progress.inLines("sync", out, HOURS)) {
      for (int page = 1; page <= 15; page++) {
        progress.visited(new Visit.Failed(URL, FailureKind.HTTP_STATUS, 404, "HTTP status 404"), page, 100);
      }
    }
    assertThat(lines()).hasSize(11).last().isEqualTo("(further failures are counted only)");
    assertThat(lines().subList(0, 10)).containsOnly("failed: http://site.test/a: HTTP status 404");
  }

  /** The command itself says what is wrong with a seed. */
  @Test
  void aSeedThatFailsIsNotToldTwice() {
    try (Progress progress = Progress.inLines("sync", out, HOURS)) {
      progress.visited(new Visit.Failed(URL, FailureKind.CONNECT, 0, "refused"), 1, 1);
    }
    assertThat(lines()).isEmpty();
  }
}
