package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestTest {
  private static final List<Visit> VISITS = List.of(
      new Visit.Skipped(url("/z"), SkipReason.TOO_DEEP),
      new Visit.Saved(url("/"), 200, 4_000_000_000L, "5a", "c5"),
      new Visit.Failed(url("/b"), FailureKind.HTTP_STATUS, 404, "HTTP status 404"),
      new Visit.Redirected(url("/a"), 301, url("/b")),
      new Visit.Failed(url("/a/b"), FailureKind.CONNECTION_LOST, 0, "words that\tare in no manifest\n"),
      new Visit.Saved(url("/B?q"), 203, 0, "e3", "-"));

  @Test
  void hasALineForEachUrlSorted() {
    assertThat(Manifest.of(VISITS).text()).isEqualTo("""
        url\toutcome\tstatus\tbytes\tsha256\tchecksum
        http://site.test/\tsaved\t200\t4000000000\t5a\tc5
        http://site.test/B?q\tsaved\t203\t0\te3\t-
        http://site.test/a\tredirected\t301\t-\t-\t-
        http://site.test/a/b\tfailed\tconnection-lost\t-\t-\t-
        http://site.test/b\tfailed\t404\t-\t-\t-
        http://site.test/z\tskipped\ttoo-deep\t-\t-\t-
        """);
  }

  @Test
  void doesNotDependOnTheOrderOfTheVisits() {
    List<Visit> other = new ArrayList<>(VISITS);
    Collections.reverse(other);
    assertThat(Manifest.of(other)).isEqualTo(Manifest.of(VISITS));
  }

  /** By hand: {@code printf 'url\toutcome\tstatus\tbytes\tsha256\tchecksum\n' | sha256sum}. */
  @Test
  void itsDigestIsThatOfItsText() {
    assertThat(Manifest.of(List.of()).siteDigest())
        .isEqualTo("69f382377ad65407fcc9eb56e40692935764077282ef8dd8eae3f385df61b8d7");
    assertThat(Manifest.of(VISITS).siteDigest()).isNotEqualTo(Manifest.of(VISITS.subList(1, 6)).siteDigest());
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void labelsAreOneLowerCaseWord(FailureKind kind) {
    assertThat(kind.label()).matches("[a-z]+(-[a-z]+)*");
  }

  @ParameterizedTest
  @EnumSource(SkipReason.class)
  void reasonsAreOneLowerCaseWord(SkipReason reason) {
    assertThat(reason.label()).matches("[a-z]+(-[a-z]+)*");
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.test" + path);
  }
}
