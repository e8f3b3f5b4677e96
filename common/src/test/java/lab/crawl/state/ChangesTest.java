package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has changed between two crawls. */
class ChangesTest {
  private static final HttpUrl A = HttpUrl.get("http://site.example/a");
  private static final HttpUrl B = HttpUrl.get("http://site.example/b");
  private static final Visit SAVED = saved(A, "0");
  private static final Visit MOVED = new Visit.Redirected(A, 301, B);

  private static Visit saved(HttpUrl url, String digit) {
    return new Visit.Saved(url, 200, 5, digit.repeat(64), "-", "text/html");
  }

  private static Visit failed(HttpUrl url, FailureKind kind, int status) {
    return new Visit.Failed(url, kind, status, "why");
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(SAVED, SAVED, Change.Kind.SAME, SAVED),
        Arguments.of(SAVED, saved(A, "1"), Change.Kind.CHANGED, saved(A, "1")),
        Arguments.of(SAVED, MOVED, Change.Kind.CHANGED, MOVED),
        Arguments.of(MOVED, SAVED, Change.Kind.CHANGED, SAVED),
        Arguments.of(SAVED, failed(A, FailureKind.HTTP_STATUS, 404), Change.Kind.GONE, SAVED),
        Arguments.of(SAVED, failed(A, FailureKind.HTTP_STATUS, 410), Change.Kind.GONE, SAVED),
        Arguments.of(SAVED, failed(A, FailureKind.HTTP_STATUS, 403), Change.Kind.FAILED, SAVED),
        Arguments.of(SAVED, failed(A, FailureKind.HTTP_STATUS, 500), Change.Kind.FAILED, SAVED),
        Arguments.of(MOVED, failed(A, FailureKind.TIMEOUT, 0), Change.Kind.FAILED, MOVED),
        Arguments.of(SAVED, failed(A, FailureKind.HOST_AWAY, 0), Change.Kind.FAILED, SAVED),
        Arguments.of(SAVED, new Visit.Skipped(A, SkipReason.ROBOTS), Change.Kind.GONE, SAVED));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofOneUrl(Visit before, Visit now, Change.Kind kind, Visit stands) {
    List<Change> changes = changes(List.of(before), List.of(now), true);

    assertThat(changes).extracting(Change::kind).containsExactly(kind);
    assertThat(changes).extracting(Change::visit).containsExactly(stands);
  }

  private static List<Change> changes(List<Visit> before, List<Visit> now, boolean isCertain) {
    List<Change> changes = new ArrayList<>();
    new Changes(before, new CrawlResult(now, true, false), isCertain).forEach(changes::add);
    return changes;
  }

  @Test
  void whatNoPageLinksHasGoneUnlessThePageThatDoesMayHaveFailed() {
    Visit other = saved(B, "0");
    Visit lost = failed(B, FailureKind.CONNECTION_LOST, 0);
    Visit missing = failed(B, FailureKind.HTTP_STATUS, 404);

    assertThat(changes(List.of(SAVED, other), List.of(other), true)).extracting(Change::kind).containsExactly(Change.Kind.GONE, Change.Kind.SAME);
    assertThat(changes(List.of(SAVED, other), List.of(missing), true)).extracting(Change::kind).containsOnly(Change.Kind.GONE);
    assertThat(changes(List.of(SAVED, other), List.of(lost), true)).extracting(Change::kind).containsOnly(Change.Kind.FAILED);
    assertThat(changes(List.of(SAVED, other), List.of(other), false)).extracting(Change::kind)
        .containsExactly(Change.Kind.FAILED, Change.Kind.SAME);
  }

  @Test
  void whatWasNeverThereIsNewOrNothing() {
    assertThat(changes(List.of(saved(B, "0")), List.of(SAVED, saved(B, "0")), true)).extracting(Change::kind)
        .containsExactly(Change.Kind.NEW, Change.Kind.SAME);
    assertThat(changes(List.of(SAVED), List.of(SAVED, failed(B, FailureKind.HTTP_STATUS, 404)), true)).extracting(Change::kind)
        .containsExactly(Change.Kind.SAME);
  }

  @Test
  void whatStandsIsWhatFailedOnlyNow() {
    CrawlResult now = new CrawlResult(List.of(failed(A, FailureKind.TIMEOUT, 0), failed(B, FailureKind.HTTP_STATUS, 404)), true, false);
    Changes changes = new Changes(List.of(SAVED, saved(B, "0")), now, true);

    assertThat(changes.standing(_ -> true).find(A.toString())).contains(SAVED);
    assertThat(changes.standing(_ -> true).find(B.toString())).contains(now.visits().getLast());
    assertThat(changes.standing(_ -> false)).isEqualTo(now);
  }
}
