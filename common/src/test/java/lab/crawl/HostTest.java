package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class HostTest {
  private static final RetryPolicy POLICY = new RetryPolicy(2, Duration.ofSeconds(30));
  private static final HttpUrl URL = HttpUrl.get("http://h/");
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** What came of the pages of a host's life: answers, failures in a row, a wish to be left alone, and its end. */
  private static final List<Visited> LIFE = List.of(
      saved(), failed(FailureKind.CONNECT, 0), failed(FailureKind.CONNECT, 0), saved(), failed(FailureKind.HTTP_STATUS, 429),
      failed(FailureKind.TIMEOUT, 0), failed(FailureKind.CONNECT, 0), failed(FailureKind.CONNECT, 0), saved());

  @Test
  void aHostThatIsKeptSomewhereElseBetweenTwoPagesDecidesAsOneThatIsNot() {
    Host whole = new Host(POLICY);
    Host.Known kept = new Host(POLICY).known();
    long now = 0;
    for (Visited page : LIFE) {
      now += 20 * SECOND;
      Host again = new Host(POLICY, kept);
      assertThat(again.hear(page, 1, 0, now)).isEqualTo(whole.hear(page, 1, 0, now));
      assertThat(again.isOnProbation()).isEqualTo(whole.isOnProbation());
      assertThat(again.isGivenUp()).isEqualTo(whole.isGivenUp());
      assertThat(again.restsUntil(now)).isEqualTo(whole.restsUntil(now));
      kept = again.known();
    }
    assertThat(kept.givenUp()).as("the life ends with patience over").isTrue();
  }

  private static Visited saved() {
    return new Visited(new Visit.Saved(URL, 200, 0, "-", "-"), List.of());
  }

  private static Visited failed(FailureKind kind, int status) {
    Optional<Duration> wish = status == 429 ? Optional.of(Duration.ofSeconds(5)) : Optional.empty();
    return new Visited(new Visit.Failed(URL, kind, status, ""), List.of(), wish);
  }
}
