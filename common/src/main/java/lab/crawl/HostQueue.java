package lab.crawl;

import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one host that wait, and when the next of them may be asked for: which the {@link Host} decides when it is in trouble, and
 * politeness always.
 *
 * <p>Politeness counts from the moment at which the last page came back. Between hand-out and request there may be a queue, a thread's
 * or a process's start and a handshake, and a second page that was quicker there would come too close to the first; but of a page that is
 * back every design knows that its request began before. So a host with a delay has one page out at a time.
 *
 * <p>Not thread-safe: it belongs to the {@link Frontier}.
 */
final class HostQueue {
  /** The older a host the lower. */
  final int number;
  /** Kept by {@link Hosts}; null if it has none. */
  Hosts.@Nullable Turn turn;
  private final Host host;
  private final long delay;
  private final Quota quota;
  private final PageQueue waiting;
  private final Queue<PutBack> putBack = new PriorityQueue<>();
  private int out;
  /** Without a delay it is when the last page was handed out, so that hosts take turns. */
  private long notBefore;

  /** A page that is not to be asked for before a moment. */
  private record PutBack(Page page, long notBefore) implements Comparable<PutBack> {
    @Override
    public int compareTo(PutBack other) {
      return Long.signum(notBefore - other.notBefore);
    }
  }

  /**
   * A host of which no page waits.
   *
   * @param delay nanoseconds between its requests, 0 or more
   * @param quota all hosts have one together
   * @param waiting empty
   */
  HostQueue(int number, Host host, long delay, Quota quota, PageQueue waiting, long now) {
    this.waiting = waiting;
    this.number = number;
    this.host = host;
    this.delay = delay;
    this.quota = quota;
    this.notBefore = now;
  }

  /** What is known of the host. */
  Host host() {
    return host;
  }

  /** A page waits that was never asked for. */
  void add(Page page) {
    waiting.add(page);
  }

  /** A page waits again. */
  void putBack(Page page, long moment) {
    putBack.add(new PutBack(page, moment));
  }

  /** When a page may be asked for; empty if none waits, or as long as none that is out has come back. */
  OptionalLong moment(long now) {
    if (isAnyWaiting() && host.isGivenUp()) {
      return OptionalLong.of(now);
    }
    if (!isAnyWaiting() || out > 0 && (delay > 0 || host.isOnProbation())) {
      return OptionalLong.empty();
    }
    long allowed = later(notBefore, host.restsUntil(now).orElse(notBefore));
    return OptionalLong.of(mayBegin() ? allowed : later(allowed, putBack.element().notBefore));
  }

  private static long later(long moment, long other) {
    return moment - other > 0 ? moment : other;
  }

  private boolean mayBegin() {
    return waiting.size() > 0 && !quota.isSpent();
  }

  private boolean isAnyWaiting() {
    return !putBack.isEmpty() || mayBegin();
  }

  /** Hands out a page at its turn: first those that were put back, then those that have waited longest. */
  Page handOut(long now) {
    out++;
    notBefore = now + delay;
    PutBack again = putBack.peek();
    return again != null && again.notBefore - now <= 0 ? putBack.remove().page : waiting.remove();
  }

  /** A page that was handed out has come back. */
  void takeBack(long now) {
    out--;
    if (delay > 0) {
      notBefore = now + delay;
    }
  }

  /** Any page that waits, whatever the moment; null if none does. */
  @Nullable Page drop() {
    if (!putBack.isEmpty()) {
      return putBack.remove().page;
    }
    return mayBegin() ? waiting.remove() : null;
  }

  /** These pages don't wait any more. */
  void forget(Predicate<Page> unwanted) {
    waiting.removeIf(unwanted);
  }

  /** How many pages wait that were never asked for. */
  int fresh() {
    return waiting.size();
  }
}
