package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pauses, a host's rest and its end, by a clock that only the test moves. */
class FrontierTroubleTest {
  private static final HttpUrl SEED = HttpUrl.get("http://site.test/");

  /** Near its end, for {@link System#nanoTime()} may overflow. */
  private long now = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  private Frontier frontier;

  private void begin(int retries, Duration patience, String... links) {
    CrawlPlan plan = CrawlPlan.of(SEED).retries(retries).patience(patience).build();
    frontier = new Frontier(plan, CrawlListener.NONE, () -> now);
    assertNextIs("");
    frontier.record(saved("", links));
  }

  private void pass(int millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private void assertNextIs(String path) {
    assertThat(frontier.next()).isEqualTo(new Next.Url(SEED.resolve(path)));
  }

  /** The same answer as long as the time doesn't come; then the page. */
  private void assertNextIsIn(int millis, String path) {
    Next.NotBefore moment = new Next.NotBefore(now + Duration.ofMillis(millis).toNanos());
    assertThat(frontier.next()).isEqualTo(moment);
    pass(millis - 1);
    assertThat(frontier.next()).isEqualTo(moment);
    pass(1);
    assertNextIs(path);
  }

  @Test
  void aPageThatFailedIsPutBackForAWhileTwiceAsLongEachTime() {
    begin(2, Duration.ofSeconds(30), "a");
    assertNextIs("a");
    frontier.record(failed("a", FailureKind.TIMEOUT));
    assertNextIsIn(100, "a");
    frontier.record(failed("a", FailureKind.TIMEOUT));
    assertNextIsIn(200, "a");
    frontier.record(failed("a", FailureKind.TIMEOUT));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(outcome("a")).isEqualTo(failed("a", FailureKind.TIMEOUT).visit());
  }

  @Test
  void meanwhileOthersAreHandedOut() {
    begin(1, Duration.ofSeconds(30), "a", "b");
    assertNextIs("a");
    frontier.record(failed("a", FailureKind.CONNECTION_LOST));
    assertNextIs("b");
    assertThat(frontier.next()).as("b is out, a must wait").isInstanceOf(Next.NotBefore.class);
    pass(100);
    assertNextIs("a");
    frontier.record(saved("a"));
    frontier.record(saved("b"));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().isComparable()).isTrue();
  }

  @Test
  void aHostThatAsksToBeLeftAloneIsForAllItsPages() {
    begin(1, Duration.ofSeconds(30), "a", "b", "c");
    assertNextIs("a");
    frontier.record(refused("a", 7_000));
    assertNextIsIn(7_000, "a");
    assertThat(frontier.next()).as("one page goes first").isEqualTo(Next.NOTHING_YET);
    frontier.record(saved("a"));
    assertNextIs("b");
    assertNextIs("c");
  }

  /** Field case 3.2: an hour is longer than anybody waits. */
  @Test
  void whoWouldHaveToWaitTooLongHasFailedAndTheHostRestsAsLongAsItIsWaitedFor() {
    begin(5, Duration.ofSeconds(30), "a", "b");
    assertNextIs("a");
    frontier.record(refused("a", 3_600_000));
    assertThat(outcome("a")).isEqualTo(refused("a", 0).visit());
    assertNextIsIn(30_000, "b");
    frontier.record(saved("b"));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
  }

  @Test
  void aHostThatRefusesEverythingForLongerThanItIsWaitedForIsGivenUp() {
    begin(5, Duration.ofSeconds(30), "a", "b", "c", "d", "e", "f", "g");
    assertNextIs("a");
    frontier.record(refused("a", 3_600_000));
    for (String path : List.of("b", "c", "d", "e")) {
      assertNextIsIn(30_000, path);
      frontier.record(refused(path, 3_600_000));
    }
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().failures()).containsExactly(
        Map.entry(FailureKind.HTTP_STATUS, 5), Map.entry(FailureKind.HOST_AWAY, 2));
    assertThat(frontier.result().isComparable()).as("each page has its outcome").isTrue();
  }

  /** A rate limit is no page's fault: with a single retry a page may hear of it as often as it takes. */
  @Test
  void tooManyRequestsLoseNoPage() {
    begin(1, Duration.ofSeconds(30), "a");
    for (int refusal = 0; refusal < 10; refusal++) {
      assertThat(frontier.next()).isInstanceOf(refusal == 0 ? Next.Url.class : Next.NotBefore.class);
      if (refusal > 0) {
        pass(2_000);
        assertNextIs("a");
      }
      frontier.record(refused("a", 2_000));
    }
    pass(2_000);
    assertNextIs("a");
    frontier.record(saved("a"));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().count(Visit.Saved.class)).isEqualTo(2);
  }

  /** Whoever only ever hears it comes to an end nevertheless. */
  @Test
  void aPageThatOnlyEverHearsOfTooManyRequestsHasFailedInTheEnd() {
    begin(1, Duration.ofMinutes(30), "a");
    int asked = 0;
    for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
      if (next instanceof Next.NotBefore moment) {
        now = moment.nanoTime();
      } else {
        asked++;
        frontier.record(refused("a", 1_000));
      }
    }
    assertThat(asked).isEqualTo(31);
    assertThat(outcome("a")).isEqualTo(refused("a", 0).visit());
  }

  /** A site that is deployed anew: a proxy answers for it, and not for long. */
  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_LOST", "TIMEOUT", "HTTP_STATUS"})
  void manyFailuresInARowAreTheHosts(FailureKind kind) {
    String[] pages = {"a", "b", "c", "d", "e", "f"};
    begin(0, Duration.ofSeconds(30), pages);
    for (String path : pages) {
      assertNextIs(path);
    }
    for (String path : pages) {
      frontier.record(failed(path, kind, kind == FailureKind.HTTP_STATUS ? 502 : 0));
    }
    assertThat(frontier.result().failures()).as("the first four").containsExactly(Map.entry(kind, 4));
    assertNextIsIn(100, "e");
    assertThat(frontier.next()).as("one page at a time").isEqualTo(Next.NOTHING_YET);
    frontier.record(saved("e"));
    assertNextIs("f");
    frontier.record(saved("f"));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().count(Visit.Saved.class)).isEqualTo(3);
  }

  @Test
  void pagesThatFailForLongerThanTheHostIsWaitedForHaveFailed() {
    String[] pages = {"a", "b", "c", "d", "e", "f", "g"};
    begin(0, Duration.ofSeconds(1), pages);
    for (Next next = frontier.next(); next != Next.OVER; next = frontier.next()) {
      if (next instanceof Next.NotBefore moment) {
        now = moment.nanoTime();
      } else {
        frontier.record(failed(((Next.Url) next).url().encodedPath().substring(1), FailureKind.TIMEOUT));
      }
    }
    assertThat(frontier.result().failures()).as("each asked for").containsExactly(Map.entry(FailureKind.TIMEOUT, 7));
  }

  /** Field case 3.3, with no retries at all: being away is the host's fault, and no page's. */
  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "UNKNOWN_HOST"})
  void aHostThatIsAwayForAWhileLosesNoPage(FailureKind away) {
    begin(0, Duration.ofSeconds(30), "a", "b", "c");
    assertNextIs("a");
    assertNextIs("b");
    frontier.record(failed("a", away));
    frontier.record(failed("b", away));
    assertNextIsIn(100, "a");
    assertThat(frontier.next()).as("one page at a time").isEqualTo(Next.NOTHING_YET);
    frontier.record(failed("a", away));
    assertNextIsIn(200, "b");
    frontier.record(saved("b"));
    assertNextIs("a");
    assertNextIs("c");
    frontier.record(saved("a"));
    frontier.record(saved("c"));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().count(Visit.Saved.class)).isEqualTo(4);
  }

  @Test
  void aHostThatStaysAwayIsGivenUp() {
    begin(0, Duration.ofSeconds(1), "a", "b", "c");
    assertNextIs("a");
    int asked = 0;
    for (Next next = new Next.Url(SEED); next != Next.OVER; next = frontier.next()) {
      if (next instanceof Next.NotBefore moment) {
        now = moment.nanoTime();
      } else {
        frontier.record(failed(asked == 0 ? "a" : ((Next.Url) next).url().encodedPath().substring(1), FailureKind.CONNECT));
        asked++;
      }
    }
    assertThat(asked).as("after 0, 100, 300, 700 and 1,500 ms").isEqualTo(5);
    assertThat(frontier.result().failures()).containsExactly(
        Map.entry(FailureKind.CONNECT, 1), Map.entry(FailureKind.HOST_AWAY, 2));
  }

  /** Whoever mistypes a port doesn't want to wait half a minute to be told. */
  @Test
  void aHostThatNeverAnsweredIsNotWaitedFor() {
    frontier = new Frontier(CrawlPlan.of(SEED).retries(1).build(), CrawlListener.NONE, () -> now);
    assertNextIs("");
    frontier.record(failed("", FailureKind.CONNECT));
    assertNextIsIn(100, "");
    frontier.record(failed("", FailureKind.CONNECT));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(outcome("")).isEqualTo(failed("", FailureKind.CONNECT).visit());
  }

  @Test
  void withoutPatienceNoHostIsWaitedFor() {
    begin(0, Duration.ZERO, "a", "b");
    assertNextIs("a");
    frontier.record(failed("a", FailureKind.CONNECT));
    assertNextIs("b");
    frontier.record(refused("b", 1));
    assertThat(frontier.next()).isEqualTo(Next.OVER);
    assertThat(frontier.result().failures()).containsExactly(
        Map.entry(FailureKind.CONNECT, 1), Map.entry(FailureKind.HTTP_STATUS, 1));
  }

  @Test
  void aPageThatIsPutBackIsTheNextAndHasLostNoAttempt() {
    begin(1, Duration.ofSeconds(30), "a", "b");
    assertNextIs("a");
    frontier.putBack(SEED.resolve("a"));
    assertNextIs("a");
    frontier.record(failed("a", FailureKind.TIMEOUT));
    pass(100);
    assertNextIs("a");
    assertThatIllegalStateException().isThrownBy(() -> frontier.putBack(SEED.resolve("b")));
  }

  @Test
  void whatIsPutBackCountsAsWaiting() {
    begin(1, Duration.ofSeconds(30), "a", "b");
    assertThat(frontier.waiting()).isEqualTo(2);
    assertNextIs("a");
    frontier.record(failed("a", FailureKind.TIMEOUT));
    assertThat(frontier.waiting()).isEqualTo(2);
    assertThat(frontier.isExhausted()).isFalse();
  }

  private Visit outcome(String path) {
    Optional<Visit> found =
        frontier.result().visits().stream().filter(visit -> visit.url().equals(SEED.resolve(path))).findFirst();
    return found.orElseThrow();
  }

  private static Visited saved(String path, String... links) {
    List<String> outlinks = Arrays.stream(links).map(link -> SEED.resolve(link).toString()).toList();
    return new Visited(new Visit.Saved(SEED.resolve(path), 200, 0, "-", "-"), outlinks);
  }

  private static Visited failed(String path, FailureKind kind) {
    return failed(path, kind, 0);
  }

  private static Visited failed(String path, FailureKind kind, int status) {
    return new Visited(new Visit.Failed(SEED.resolve(path), kind, status, "why"), List.of());
  }

  private static Visited refused(String path, int retryAfterMillis) {
    Visit visit = new Visit.Failed(SEED.resolve(path), FailureKind.HTTP_STATUS, 429, "HTTP status 429");
    return new Visited(visit, List.of(), Optional.of(Duration.ofMillis(retryAfterMillis)));
  }
}
