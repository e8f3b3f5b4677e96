package lab.crawl;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A host as a crawl gets to know it. Failures are a host's before they are a page's: one that can't be reached any more, that fails
 * again and again, or that asks to be left alone ({@code Retry-After}), <em>rests</em>, and all of its pages wait. When the rest is over a
 * single page goes first; if that is answered, the others follow. Nobody waits longer than the plan's patience.
 *
 * <p>Not thread-safe: it belongs to the {@link Frontier}, whose times are {@link System#nanoTime()}'s; or to whoever keeps what is known of
 * a host somewhere else, by a clock of nanoseconds of their own.
 */
public final class Host {
  /** So many failures in a row, of any pages, are the host's. */
  private static final int MANY = 5;

  /** How often a page may hear that there were too many requests, which is no page's fault, before that is what came of it. */
  private static final int MOST_REFUSALS = 30;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> NOBODY_BEHIND = Set.of(502, 503, 504);

  private final RetryPolicy policy;
  private boolean everAnswered;
  private int failuresInARow;
  private boolean inTrouble;
  private long troubleSince;
  private int rests;
  private boolean resting;
  private long restsUntil;
  private boolean givenUp;

  /** A host of which nothing is known yet. */
  public Host(RetryPolicy policy) {
    this.policy = policy;
  }

  /** A host of which something is known. */
  public Host(RetryPolicy policy, Known known) {
    this.policy = policy;
    this.everAnswered = known.everAnswered;
    this.failuresInARow = known.failuresInARow;
    this.inTrouble = known.troubleSince.isPresent();
    this.troubleSince = known.troubleSince.orElse(0);
    this.rests = known.rests;
    this.resting = known.restsUntil.isPresent();
    this.restsUntil = known.restsUntil.orElse(0);
    this.givenUp = known.givenUp;
  }

  /**
   * All that a crawl remembers of a host, to be kept where several processes see it.
   *
   * @param everAnswered whether it has answered any page
   * @param failuresInARow how many pages failed since it did
   * @param troubleSince when it began to be in trouble; empty if it isn't
   * @param rests how often in a row it was left alone
   * @param restsUntil when its last rest ends, or ended; empty if it had none
   * @param givenUp whether it is not to be asked any more
   */
  public record Known(
      boolean everAnswered, int failuresInARow, OptionalLong troubleSince, int rests, OptionalLong restsUntil, boolean givenUp) {}

  /** All that is known of it now. */
  public Known known() {
    return new Known(
        everAnswered, failuresInARow, inTrouble ? OptionalLong.of(troubleSince) : OptionalLong.empty(), rests,
        resting ? OptionalLong.of(restsUntil) : OptionalLong.empty(), givenUp);
  }

  /** What becomes of a page. */
  public sealed interface Verdict {
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
   * @param attempt how often the page has been asked for, this time included, but for the times that were not its fault
   * @param refusals how often it was asked for and that was not its fault
   */
  public Verdict hear(Visited visited, int attempt, int refusals, long now) {
    Visit visit = visited.visit();
    long retry = now + RetryPolicy.backoff(attempt).toNanos();
    if (isAnswer(visit)) {
      everAnswered = true;
      inTrouble = false;
      rests = 0;
      failuresInARow = 0;
      return own(visit, attempt, retry);
    }
    if (isAboutTheWorker(visit)) {
      return own(visit, attempt, retry);
    }
    failuresInARow++;
    if (policy.patience().isZero()) {
      return visited.retryAfter().filter(Duration::isPositive).isPresent() ? new Verdict.Stands() : own(visit, attempt, retry);
    }
    if (visited.retryAfter().isPresent()) {
      return refused(visit, visited.retryAfter().get(), attempt, refusals, now);
    }
    boolean unreachable = isUnreachable(visit);
    if (everAnswered && (unreachable || failuresInARow >= MANY)) {
      beginTrouble(now);
      if (!isPatienceOver(now)) {
        return away(now);
      }
      givenUp |= unreachable;
    }
    // When patience is over each page of a host that only fails is taken by itself again; of one that can't be reached none is.
    return givenUp ? new Verdict.Stands() : own(visit, attempt, retry);
  }

  /** The page is taken by itself. */
  private Verdict own(Visit visit, int attempt, long retry) {
    return policy.triesAgain(attempt, visit) ? new Verdict.TryAgain(retry) : new Verdict.Stands();
  }

  /** It answered before, and is away for a while. That is no page's fault. */
  private Verdict away(long now) {
    if (!isResting(now)) {
      rests++;
      rest(RetryPolicy.backoff(rests), now);
    }
    return new Verdict.NotItsFault(restsUntil);
  }

  /** It asks to be left alone. Whoever would have to wait longer than the plan has patience has failed now. */
  private Verdict refused(Visit visit, Duration asked, int attempt, int refusals, long now) {
    everAnswered = true;
    beginTrouble(now);
    givenUp |= isPatienceOver(now) && failuresInARow >= MANY;
    boolean tooLong = asked.compareTo(policy.patience()) > 0;
    rest(tooLong ? policy.patience() : asked, now);
    if (tooLong || givenUp) {
      return new Verdict.Stands();
    }
    if (asked.isZero() || !isTooManyRequests(visit)) {
      return own(visit, attempt, restsUntil);
    }
    boolean goesOn = policy.retries() > 0 && refusals < MOST_REFUSALS;
    return goesOn ? new Verdict.NotItsFault(restsUntil) : new Verdict.Stands();
  }

  private void beginTrouble(long now) {
    if (!inTrouble) {
      inTrouble = true;
      troubleSince = now;
    }
  }

  private boolean isPatienceOver(long now) {
    return now - troubleSince >= policy.patience().toNanos();
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
  public OptionalLong restsUntil(long now) {
    return isResting(now) ? OptionalLong.of(restsUntil) : OptionalLong.empty();
  }

  /** Whether it is to be asked for one page at a time, until it has answered one. */
  public boolean isOnProbation() {
    return inTrouble;
  }

  /** Whether it is not to be asked any more. */
  public boolean isGivenUp() {
    return givenUp;
  }

  private static boolean isUnreachable(Visit visit) {
    return visit instanceof Visit.Failed failed
        && (failed.kind() == FailureKind.CONNECT || failed.kind() == FailureKind.UNKNOWN_HOST);
  }

  private static boolean isAboutTheWorker(Visit visit) {
    return visit instanceof Visit.Failed failed && failed.kind() == FailureKind.WORKER_DIED;
  }

  private static boolean isTooManyRequests(Visit visit) {
    return visit instanceof Visit.Failed failed && failed.status() == TOO_MANY_REQUESTS;
  }

  /** Whether the host itself said anything about the page, rather than nothing, or somebody that stands before it. */
  private static boolean isAnswer(Visit visit) {
    return switch (visit) {
      case Visit.Failed failed -> switch (failed.kind()) {
        case HTTP_STATUS -> failed.status() != TOO_MANY_REQUESTS && !NOBODY_BEHIND.contains(failed.status());
        case MALFORMED_REPLY, TOO_LARGE -> true;
        case UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, CONNECTION_LOST, WORKER_DIED, HOST_AWAY -> false;
      };
      case Visit.Saved _, Visit.Redirected _, Visit.Skipped _ -> true;
    };
  }
}
