package lab.homework.ex05;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import lab.homework.ex05.RetryingClient.Backoff;
import lab.homework.ex05.RetryingClient.Http;
import lab.homework.ex05.RetryingClient.Reply;
import lab.homework.ex05.RetryingClient.Sleeper;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.HttpScript;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 5. A real server counts the requests; the pauses are only written down, and nobody waits for them. */
public final class RetryCheck implements Exercise<RetryingClient> {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  /** As many as an int has bits, and some more: who shifts one to double begins again there. */
  private static final int MANY_ATTEMPTS = 36;
  /** More than any rule needs: whoever asks so often would never stop. */
  private static final int MOST_REQUESTS = 60;

  private static final String PASSES = "what may pass is asked for again, until it has passed";
  static final String FINAL = "what will not pass is asked for exactly once";
  static final String LIMIT = "after the last attempt comes neither a pause nor a request";
  static final String DOUBLES = "pauses double up to the longest one, and stay there";
  static final String RETRY_AFTER = "the server is asked again when it said so";

  @Override
  public Card card() {
    return new Card(5, "Retry with backoff", List.of(), "common/README.md",
        "homework/src/main/java/lab/homework/ex05/MyRetryingClient.java");
  }

  @Override
  public Supplier<RetryingClient> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<RetryingClient>> rules() {
    return List.of(
        new Rule<>(PASSES, 1, RetryCheck::asksAgain),
        new Rule<>(FINAL, 1, RetryCheck::leavesWhatWillNotPass),
        new Rule<>(LIMIT, 2, RetryCheck::givesUp),
        new Rule<>(DOUBLES, 2, RetryCheck::doubles),
        new Rule<>(RETRY_AFTER, 1, RetryCheck::obeysRetryAfter));
  }

  /**
   * What became of one page.
   *
   * @param status that was returned
   * @param requests that the server counted
   * @param pauses in their order
   * @param requestsBefore each pause how many requests had come
   */
  private record Outcome(int status, int requests, List<Duration> pauses, List<Integer> requestsBefore) {}

  private static void asksAgain(RetryingClient client) throws Exception {
    Outcome busy = get(client, 3, status(503), status(503), status(200));
    RuleBroken.unless(busy.requests == 3 && busy.status == 200,
        "with 3 attempts the server says 503, 503 and then 200: three requests, and 200 is what you return. But it was asked %d "
        + "times and you returned %d", busy.requests, busy.status);
    Outcome others = get(client, 4, status(429), status(502), status(504), status(204));
    RuleBroken.unless(others.requests == 4 && others.status == 204,
        "with 4 attempts the server says 429, 502, 504 (all of which may pass) and then 204. But it was asked %d times and you "
        + "returned %d", others.requests, others.status);
    Outcome fine = get(client, 3, status(200));
    RuleBroken.unless(fine.requests == 1 && fine.status == 200 && fine.pauses.isEmpty(),
        "the server says 200 at once: one request, no pause. But it was asked %d times, with the pauses %s, and you returned %d",
        fine.requests, fine.pauses, fine.status);
  }

  private static void leavesWhatWillNotPass(RetryingClient client) throws Exception {
    for (int status : List.of(404, 410, 500, 301)) {
      Outcome outcome = get(client, 3, status(status));
      RuleBroken.unless(outcome.requests == 1 && outcome.status == status && outcome.pauses.isEmpty(),
          "%d will be %d tomorrow, too, and asking again only costs the server time. But it was asked %d times, with the pauses "
          + "%s, and you returned %d: which replies do you ask again for?",
          status, status, outcome.requests, outcome.pauses, outcome.status);
    }
  }

  private static void givesUp(RetryingClient client) throws Exception {
    Outcome down = get(client, 4, status(503), status(503), status(503), status(429), status(200));
    RuleBroken.unless(down.requests == 4,
        "with 4 attempts, none of which helps, the server is to be asked 4 times, but it was asked %d times: the first request "
        + "is an attempt, too", down.requests);
    RuleBroken.unless(down.pauses.size() == 3,
        "between 4 requests there are 3 pauses, but you made %d: does one come before the first or after the last?",
        down.pauses.size());
    RuleBroken.unless(down.status == 429,
        "the last of 4 attempts brought 429, but you returned %d: the last reply says best what is the matter", down.status);
    Outcome once = get(client, 1, status(503), status(200));
    RuleBroken.unless(once.requests == 1 && once.pauses.isEmpty() && once.status == 503,
        "with 1 attempt there is one request and no pause. But the server was asked %d times, with the pauses %s, and you "
        + "returned %d", once.requests, once.pauses, once.status);
  }

  private static void doubles(RetryingClient client) throws Exception {
    Outcome outcome = get(client, MANY_ATTEMPTS, status(503));
    RuleBroken.unless(outcome.pauses.size() == MANY_ATTEMPTS - 1,
        "between %d requests there are %d pauses, but your sleeper was asked for %d", MANY_ATTEMPTS, MANY_ATTEMPTS - 1,
        outcome.pauses.size());
    Duration expected = FIRST;
    for (int i = 0; i < outcome.pauses.size(); i++) {
      RuleBroken.unless(outcome.requestsBefore.get(i) == i + 1,
          "pause %d came after %d requests: requests and pauses take turns, and a request is first",
          i + 1, outcome.requestsBefore.get(i));
      RuleBroken.unless(outcome.pauses.get(i).equals(expected),
          "the pauses begin with %d ms, double, and stay at %d ms: so pause %d is %d ms, but yours was %d ms%s",
          FIRST.toMillis(), LONGEST.toMillis(), i + 1, expected.toMillis(), outcome.pauses.get(i).toMillis(), hint(i, outcome));
      expected = expected.multipliedBy(2).compareTo(LONGEST) < 0 ? expected.multipliedBy(2) : LONGEST;
    }
  }

  private static String hint(int wrong, Outcome outcome) {
    if (wrong >= Integer.SIZE - 2 && outcome.pauses.get(wrong - 1).equals(LONGEST)) {
      return ". All was well up to there: what is 1 << " + wrong + " in Java, and how could you stop doubling in time?";
    }
    return outcome.pauses.get(wrong).compareTo(LONGEST) > 0
        ? ". Without an end to the doubling, a client sleeps for days when the server has long been well again"
        : "";
  }

  private static void obeysRetryAfter(RetryingClient client) throws Exception {
    Outcome outcome = get(client, 4, retryAfter(7), status(503), retryAfter(120), status(200));
    List<Duration> expected = List.of(Duration.ofSeconds(7), FIRST.multipliedBy(2), Duration.ofSeconds(120));
    RuleBroken.unless(outcome.pauses.equals(expected),
        "the server says 503 with Retry-After: 7, then 503 without, then 503 with Retry-After: 120: so pause 7 s, then 0.2 s "
        + "(the second pause of the backoff), then 120 s. But your pauses were %s s: whoever comes earlier than told is refused "
        + "again",
        outcome.pauses.stream().map(pause -> pause.toMillis() / 1e3).toList());
  }

  /** Lets the client get a page that answers so, and that nobody has asked for before. */
  private static Outcome get(RetryingClient client, int attempts, HttpScript.Reply... replies) throws Exception {
    try (HttpScript site = new HttpScript().on("/page", replies)) {
      Http http = url -> {
        RuleBroken.unless(site.requests() < MOST_REQUESTS,
            "with %d attempts the server was asked %d times, and still you go on", attempts, MOST_REQUESTS);
        HttpScript.Reply reply = HttpScript.get(url);
        return new Reply(reply.status(), reply.header("Retry-After").map(Long::parseLong).map(Duration::ofSeconds));
      };
      List<Duration> pauses = new ArrayList<>();
      List<Integer> requestsBefore = new ArrayList<>();
      Sleeper sleeper = pause -> {
        pauses.add(Objects.requireNonNull(pause, "pause"));
        requestsBefore.add(site.requests());
      };
      Reply last = client.get(site.url("/page"), new Backoff(attempts, FIRST, LONGEST), http, sleeper);
      RuleBroken.unless(last != null, "you returned null in place of the last reply");
      return new Outcome(last.status(), site.requests(), pauses, requestsBefore);
    }
  }

  private static HttpScript.Reply status(int status) {
    return HttpScript.Reply.of(status);
  }

  private static HttpScript.Reply retryAfter(int seconds) {
    return HttpScript.Reply.of(503, "Retry-After", String.valueOf(seconds));
  }
}
