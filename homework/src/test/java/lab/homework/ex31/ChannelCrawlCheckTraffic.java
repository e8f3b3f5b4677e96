package lab.homework.ex31;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lab.homework.ex25.Channels;
import lab.homework.grade.RuleBroken;

/**
 * Knows who is at which channel, and so whether anything can still happen. Nothing can if all threads are at channels, no two of them at
 * the two ends of one, and no value is on its way: sent, and not yet seen to be received, or the other way round.
 *
 * <p>Guarded by its monitor, which nobody holds while it waits at a channel.
 */
final class ChannelCrawlCheckTraffic implements Channels {
  private final Supplier<Channels> maker;
  private final Map<Thread, Visit> visits = new LinkedHashMap<>();
  private final Set<Channel<?>> closed = new HashSet<>();
  private Channels inner;
  private int made;

  /** A thread's stay at one channel, or at several if it selects. */
  private record Visit(boolean sends, List<Counted<?>> at) {
    String words() {
      return (sends ? "waits to send, at channel " : "waits to receive, at channel ")
          + at.stream().map(channel -> String.valueOf(channel.number)).collect(Collectors.joining(" or "));
    }
  }

  /** Traffic through channels that are made when they are needed. */
  ChannelCrawlCheckTraffic(Supplier<Channels> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized <T> Channel<T> make() {
    try {
      inner = inner == null ? maker.get() : inner;
      return new Counted<>(inner.make(), ++made);
    } catch (UnsupportedOperationException | RuleBroken e) {
      throw new RuleBroken("the crawl runs on your own channels, and those aren't ready: solve exercise 25 first (%s)", e.getMessage());
    }
  }

  @Override
  public <T> Received<T> select(List<Channel<T>> channels) throws InterruptedException {
    List<Counted<T>> counted = channels.stream().map(channel -> (Counted<T>) channel).toList();
    arrive(new Visit(false, List.copyOf(counted)));
    try {
      Received<T> got = inner().select(counted.stream().map(channel -> channel.inner).toList());
      counted.get(got.index()).hasGiven(got.value());
      return got;
    } finally {
      forget();
    }
  }

  private synchronized Channels inner() {
    return inner;
  }

  private synchronized void arrive(Visit visit) {
    visits.put(Thread.currentThread(), visit);
  }

  /** In case that it was interrupted, or the channel is closed: else it is forgotten in the same step in which the value is counted. */
  private synchronized void forget() {
    visits.remove(Thread.currentThread());
  }

  /** Whether a thread waits to receive, or has ended. */
  synchronized boolean isIdle(Thread thread) {
    Visit visit = visits.get(thread);
    return !thread.isAlive() || visit != null && !visit.sends;
  }

  /**
   * Whether these, which are all there are, wait for one another for ever.
   *
   * @param threads asked in here, because one that is just made may be at a channel before anybody else is told of it
   */
  synchronized boolean isStuck(Supplier<List<Thread>> threads) {
    List<Thread> alive = threads.get().stream().filter(Thread::isAlive).toList();
    return !alive.isEmpty() && visits.keySet().containsAll(alive) && alive.stream().map(visits::get).noneMatch(this::canGoOn);
  }

  private boolean canGoOn(Visit visit) {
    return visit.at.stream().anyMatch(channel -> channel.onTheWay != 0 || closed.contains(channel))
        || visits.values().stream().anyMatch(other -> other.sends != visit.sends && other.at.stream().anyMatch(visit.at::contains));
  }

  /** Whether somebody else than these is at a channel; likewise. */
  synchronized boolean hasStranger(Supplier<List<Thread>> threads) {
    return !threads.get().containsAll(visits.keySet());
  }

  /** Who is where, in words. */
  synchronized String words() {
    return visits.entrySet().stream()
        .filter(visit -> visit.getKey().isAlive())
        .map(visit -> "\"" + visit.getKey().getName() + "\" " + visit.getValue().words())
        .collect(Collectors.joining("; "));
  }

  /** A channel with a number. */
  final class Counted<T> implements Channel<T> {
    private final Channel<T> inner;
    private final int number;
    private int onTheWay;

    Counted(Channel<T> inner, int number) {
      this.inner = inner;
      this.number = number;
    }

    @Override
    public void send(T value) throws InterruptedException {
      arrive(new Visit(true, List.of(this)));
      try {
        inner.send(value);
        hasTaken();
      } finally {
        forget();
      }
    }

    @Override
    public Optional<T> receive() throws InterruptedException {
      arrive(new Visit(false, List.of(this)));
      try {
        Optional<T> value = inner.receive();
        hasGiven(value);
        return value;
      } finally {
        forget();
      }
    }

    private void hasTaken() {
      synchronized (ChannelCrawlCheckTraffic.this) {
        onTheWay++;
        forget();
      }
    }

    private void hasGiven(Optional<T> value) {
      synchronized (ChannelCrawlCheckTraffic.this) {
        onTheWay -= value.isPresent() ? 1 : 0;
        forget();
      }
    }

    @Override
    public void close() {
      synchronized (ChannelCrawlCheckTraffic.this) {
        closed.add(this);
      }
      inner.close();
    }
  }
}
