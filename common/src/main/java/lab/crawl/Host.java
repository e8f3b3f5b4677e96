package lab.crawl;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A host as a crawl gets to know it. Failures are a host's before they are a page's: one that can't be reached any more, or that
 * asks to be left alone ({@code Retry-After}), <em>rests</em>, and all of its pages wait. When the rest is over a single page goes
 * first; if that is answered, the others follow. A host whose trouble lasts longer than the plan's patience is given up.
 *
 * <p>Not thread-safe: it belongs to the {@link Frontier}. Times are {@link System#nanoTime()}'s.
 */
final class Host {
  private final RetryPolicy policy;
  private boolean everAnswered;
  private boolean inTrouble;
  private long troubleSince;
  private int rests;
  private boolean resting;
  private long restsUntil;
  private boolean givenUp;

  Host(RetryPolicy policy) {
    this.policy = policy;
  }

  /** What becomes of a page. */
  sealed interface Verdict {
    /** It is visited: that is what came of it. */
    record Stands() implements Verdict {}

    /** It is asked for again, not before that moment. */
    record TryAgain(long notBefore) implements Verdict {}

    /** The same, and this time doesn't count among its attempts. */
    record NotItsFault(long notBefore) implements Verdict {}
  }

  /**
   * Hears what came of a page.
   *
   * @param attempt how often the page has been asked for, this time included
   */
  Verdict hear(Visited visited, int attempt, long now) {
    if (isUnreachable(visited.visit()) && everAnswered && !policy.patience().isZero()) {
      return unreachable(now);
    }
    Optional<Duration> asked = visited.retryAfter();
    if (asked.isPresent()) {
      return refused(visited.visit(), asked.get(), attempt, now);
    }
    if (isAnswer(visited.visit())) {
      everAnswered = true;
      inTrouble = false;
      rests = 0;
    }
    return policy.triesAgain(attempt, visited.visit())
        ? new Verdict.TryAgain(now + RetryPolicy.backoff(attempt).toNanos())
        : new Verdict.Stands();
  }

  /** It answered before, and is away now. That is nobody's fault: the page has lost no attempt. */
  private Verdict unreachable(long now) {
    beginTrouble(now);
    if (now - troubleSince >= policy.patience().toNanos()) {
      givenUp = true;
      return new Verdict.Stands();
    }
    if (!isResting(now)) {
      rests++;
      rest(RetryPolicy.backoff(rests), now);
    }
    return new Verdict.NotItsFault(restsUntil);
  }

  /** It asks to be left alone. Who would have to wait longer than the plan has patience has failed now. */
  private Verdict refused(Visit visit, Duration asked, int attempt, long now) {
    everAnswered = true;
    beginTrouble(now);
    boolean tooLong = asked.compareTo(policy.patience()) > 0;
    givenUp |= tooLong && now - troubleSince >= policy.patience().toNanos();
    rest(tooLong ? policy.patience() : asked, now);
    return !tooLong && policy.triesAgain(attempt, visit) ? new Verdict.TryAgain(restsUntil) : new Verdict.Stands();
  }

  private void beginTrouble(long now) {
    if (!inTrouble) {
      inTrouble = true;
      troubleSince = now;
    }
  }

  private void rest(Duration length, long now) {
    long until = now + length.toNanos();
    if (!isResting(now) || until - restsUntil > 0) {
      resting = true;
      restsUntil = until;
    }
  }

  private boolean isResting(long now) {
    return resting && restsUntil - now > 0;
  }

  /** When it may be asked again; empty if it may be asked now. */
  OptionalLong restsUntil(long now) {
    return isResting(now) ? OptionalLong.of(restsUntil) : OptionalLong.empty();
  }

  /** Whether it is to be asked for one page at a time, until it has answered one. */
  boolean isOnProbation() {
    return inTrouble;
  }

  /** Whether it is not to be asked any more. */
  boolean isGivenUp() {
    return givenUp;
  }

  private static boolean isUnreachable(Visit visit) {
    return visit instanceof Visit.Failed failed
        && (failed.kind() == FailureKind.CONNECT || failed.kind() == FailureKind.UNKNOWN_HOST);
  }

  /** Whether the host said anything. A connection that was lost, or a wait in vain, tells neither way. */
  private static boolean isAnswer(Visit visit) {
    return switch (visit) {
      case Visit.Failed failed -> switch (failed.kind()) {
        case HTTP_STATUS, MALFORMED_REPLY, TOO_LARGE -> true;
        case UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, CONNECTION_LOST, WORKER_DIED, HOST_AWAY -> false;
      };
      case Visit.Saved _, Visit.Redirected _, Visit.Skipped _ -> true;
    };
  }
}
