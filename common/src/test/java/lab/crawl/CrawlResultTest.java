package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlResultTest {
  private static final Visit SAVED = new Visit.Saved(url("/c"), 200, 1, "5a", "-");
  private static final Visit MOVED = new Visit.Redirected(url("/a"), 301, url("/c"));
  private static final Visit SKIPPED = new Visit.Skipped(url("/b"), SkipReason.EXCLUDED);
  private static final Visit FAILED = new Visit.Failed(url("/"), FailureKind.TIMEOUT, 0, "");

  @Test
  void sortsAndCounts() {
    CrawlResult result = new CrawlResult(List.of(SAVED, MOVED, SKIPPED, FAILED), true, false);
    assertThat(result.visits()).containsExactly(FAILED, MOVED, SKIPPED, SAVED);
    assertThat(result.count(Visit.Saved.class)).isEqualTo(1);
    assertThat(result.count(Visit.class)).isEqualTo(4);
    assertThat(result.fetched()).isEqualTo(3);
    assertThat(result.manifest()).isEqualTo(Manifest.of(result.visits()));
  }

  @ParameterizedTest
  @CsvSource({"true, false, true", "true, true, false", "false, false, false", "false, true, false"})
  void isComparableIfAllOfTheSiteWasVisited(boolean complete, boolean capped, boolean comparable) {
    assertThat(new CrawlResult(List.of(), complete, capped).isComparable()).isEqualTo(comparable);
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.test" + path);
  }
}
