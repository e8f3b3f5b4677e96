package lab.crawl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a crawl, each made when a page of it waits for the first time, and whose turn it is. A host is an origin: scheme, host and
 * port. However many there are, the next one is found at once, and a host that must wait keeps no other one waiting.
 *
 * <p>Not thread-safe: it belongs to the {@link Frontier}.
 */
final class Hosts {
  private final CrawlPlan plan;
  private final Quota quota;
  private final Supplier<PageQueue> queues;
  private final Map<String, HostQueue> byOrigin = new HashMap<>();
  private final TreeSet<Turn> turns = new TreeSet<>();
  private int fresh;
  private int again;

  /** No host is known. */
  Hosts(CrawlPlan plan, Quota quota, Supplier<PageQueue> queues) {
    this.queues = queues;
    this.plan = plan;
    this.quota = quota;
  }

  /**
   * From which moment on a host may be asked for a page.
   *
   * @param number of equal moments the older host's comes first
   */
  record Turn(long moment, int number, HostQueue host) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      return moment == other.moment ? Integer.compare(number, other.number) : Long.signum(moment - other.moment);
    }
  }

  /** Whose turn comes first; null if no host has one. */
  @Nullable Turn first() {
    return turns.isEmpty() ? null : turns.first();
  }

  private HostQueue of(Page page, long now) {
    String origin = Urls.origin(page.url);
    HostQueue known = byOrigin.get(origin);
    if (known == null) {
      long delay = plan.politeness().delay(origin).toNanos();
      known = new HostQueue(byOrigin.size(), new Host(plan.retries()), delay, quota, queues.get(), now);
      byOrigin.put(origin, known);
    }
    return known;
  }

  /** A page waits that was never asked for. */
  void add(Page page, long now) {
    HostQueue host = of(page, now);
    host.add(page);
    fresh++;
    if (host.fresh() == 1) {
      changed(host, now);
    }
  }

  /** Hands out a page of the host whose turn it is. */
  Page handOut(Turn turn, long now) {
    Page page = turn.host.handOut(now);
    count(page);
    changed(turn.host, now);
    return page;
  }

  /** Takes a page back that was handed out, and gives its host, which has {@link #changed} when that is judged. */
  HostQueue takeBack(Page page, long now) {
    HostQueue host = of(page, now);
    host.takeBack(now);
    return host;
  }

  /** A page that was handed out once waits again, until that moment at least. */
  void putBack(HostQueue host, Page page, long moment, long now) {
    host.putBack(page, moment);
    again++;
    changed(host, now);
  }

  /** Any page of that host that waits, whatever the moment; null if none does any more. */
  @Nullable Page drop(HostQueue host, long now) {
    Page page = host.drop();
    if (page == null) {
      changed(host, now);
    } else {
      count(page);
    }
    return page;
  }

  private void count(Page waitsNoMore) {
    if (waitsNoMore.wasBegun) {
      again--;
    } else {
      fresh--;
    }
  }

  /** Something changed by which a host may get another turn, or none. */
  void changed(HostQueue host, long now) {
    if (host.turn != null) {
      turns.remove(host.turn);
    }
    OptionalLong moment = host.moment(now);
    host.turn = moment.isPresent() ? new Turn(moment.getAsLong(), host.number, host) : null;
    if (host.turn != null) {
      turns.add(host.turn);
    }
  }

  /** The same of all: the quota is spent. */
  void allChanged(long now) {
    List.copyOf(byOrigin.values()).forEach(host -> changed(host, now));
  }

  /** These pages don't wait any more. */
  void forget(Predicate<Page> unwanted, long now) {
    byOrigin.values().forEach(host -> host.forget(unwanted));
    fresh = byOrigin.values().stream().mapToInt(HostQueue::fresh).sum();
    allChanged(now);
  }

  /** How many pages wait that were never asked for. */
  int fresh() {
    return fresh;
  }

  /** How many pages wait. */
  int waiting() {
    return fresh + again;
  }
}
