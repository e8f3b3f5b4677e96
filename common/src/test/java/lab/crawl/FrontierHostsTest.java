package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Several hosts in one frontier, by a clock that the test moves. */
class FrontierHostsTest {
  private static final String A = "http://a.test/";
  private static final String B = "http://b.test/";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private long now = Long.MAX_VALUE - 5; // It may overflow at any time.

  private Frontier frontier(CrawlPlan.Builder plan) {
    return new Frontier(plan.build(), CrawlListener.NONE, () -> now);
  }

  private static CrawlPlan.Builder plan(String... seeds) {
    return CrawlPlan.of(Arrays.stream(seeds).map(HttpUrl::get).toList());
  }

  private static Visited saved(String url, String... outlinks) {
    return new Visited(new Visit.Saved(HttpUrl.get(url), 200, 0, "", "-", ""), List.of(outlinks));
  }

  private static Visited refused(String url, Duration retryAfter) {
    return new Visited(new Visit.Failed(HttpUrl.get(url), FailureKind.HTTP_STATUS, 429, "busy"), List.of(), Optional.of(retryAfter));
  }

  private static Visited unreachable(String url) {
    return new Visited(new Visit.Failed(HttpUrl.get(url), FailureKind.CONNECT, 0, "refused"), List.of());
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  /** All that may be asked for now. */
  private static List<String> handedOut(Frontier frontier) {
    List<String> urls = new ArrayList<>();
    while (frontier.next() instanceof Next.Url(HttpUrl url)) {
      urls.add(url.toString());
    }
    return urls;
  }

  @Test
  void hostsTakeTurns() {
    Frontier frontier = frontier(plan(A, B));
    assertThat(handedOut(frontier)).containsExactly(A, B);
    frontier.record(saved(A, A + "1", A + "2"));
    pass(SECOND);
    frontier.record(saved(B, B + "1", B + "2"));
    List<String> order = new ArrayList<>();
    while (frontier.next() instanceof Next.Url(HttpUrl url)) {
      order.add(url.toString());
      pass(SECOND);
    }
    assertThat(order).containsExactly(A + "1", B + "1", A + "2", B + "2");
  }

  @Test
  void aHostWithADelayHasOnePageOutAndTheDelayCountsFromItsComingBack() {
    Frontier frontier = frontier(plan(A, A + "1", B).politeness(Politeness.NONE.asking(A, SECOND)));
    assertThat(handedOut(frontier)).containsExactly(A, B);
    assertThat(frontier.next()).as("nobody knows yet when the request began").isEqualTo(Next.NOTHING_YET);
    pass(SECOND.multipliedBy(5));
    frontier.record(saved(A));
    frontier.record(saved(B, B + "1", B + "2"));
    assertThat(handedOut(frontier)).containsExactly(B + "1", B + "2");
    assertThat(frontier.next()).isEqualTo(new Next.NotBefore(now + SECOND.toNanos()));
    pass(SECOND);
    assertThat(handedOut(frontier)).containsExactly(A + "1");
  }

  @Test
  void aPageThatIsPutBackMayHaveBeenAskedFor() {
    Frontier frontier = frontier(plan(A).politeness(Politeness.of(SECOND)));
    handedOut(frontier);
    frontier.putBack(HttpUrl.get(A));
    assertThat(frontier.next()).isEqualTo(new Next.NotBefore(now + SECOND.toNanos()));
  }

  @Test
  void aHostThatRestsKeepsNoOtherWaiting() {
    Frontier frontier = frontier(plan(A, B, A + "1"));
    handedOut(frontier);
    frontier.record(refused(A, SECOND));
    frontier.record(saved(B, B + "1"));
    frontier.record(saved(A + "1", A + "2"));
    assertThat(handedOut(frontier)).containsExactly(B + "1");
    assertThat(frontier.next()).isEqualTo(new Next.NotBefore(now + SECOND.toNanos()));
    frontier.record(saved(B + "1", B + "2"));
    assertThat(handedOut(frontier)).containsExactly(B + "2");
    pass(SECOND);
    assertThat(handedOut(frontier)).containsExactlyInAnyOrder(A, A + "2");
  }

  @Test
  void aHostThatIsGivenUpTakesNoOtherWithIt() {
    Frontier frontier = frontier(plan(A, B).retries(0).patience(SECOND));
    handedOut(frontier);
    frontier.record(saved(A, A + "1", A + "2"));
    assertThat(handedOut(frontier)).containsExactly(A + "1", A + "2");
    frontier.record(unreachable(A + "1"));
    frontier.record(unreachable(A + "2"));
    while (!frontier.result().failures().containsKey(FailureKind.CONNECT)) {
      pass(SECOND.dividedBy(10));
      if (frontier.next() instanceof Next.Url(HttpUrl url)) {
        frontier.record(unreachable(url.toString()));
      }
    }
    frontier.record(saved(B, B + "1"));
    assertThat(handedOut(frontier)).containsExactly(B + "1");
    frontier.record(saved(B + "1"));
    assertThat(frontier.isExhausted()).isTrue();
    assertThat(frontier.result().failures()).containsEntry(FailureKind.HOST_AWAY, 1);
  }

  @Test
  void maxPagesAreOfAllHostsTogether() {
    Frontier frontier = frontier(plan(A, B).maxPages(3));
    handedOut(frontier);
    frontier.record(saved(A, A + "1", A + "2"));
    frontier.record(saved(B, B + "1", B + "2"));
    assertThat(handedOut(frontier)).hasSize(1);
    assertThat(frontier.next()).isEqualTo(Next.NOTHING_YET);
  }
}
