package lab.homework.ex17;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Wrong: its maps are made for threads, but to look whether a host is free and to note that it isn't are two steps. */
final class LookThenNoteScheduler<H> implements PolitenessScheduler<H> {
  private final Map<H, Queue<Request<H>>> lines = new ConcurrentHashMap<>();
  private final Map<H, Long> freeAt = new ConcurrentHashMap<>();
  private final long delayMillis;

  LookThenNoteScheduler(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  @Override
  public void add(Request<H> request) {
    lines.computeIfAbsent(request.host(), host -> new ConcurrentLinkedQueue<>()).add(request);
  }

  @Override
  public Optional<Request<H>> next(long nowMillis) {
    for (H host : waitingHosts()) {
      if (freeAt.getOrDefault(host, 0L) <= nowMillis) {
        freeAt.put(host, nowMillis + delayMillis);
        return Optional.ofNullable(lines.get(host).poll());
      }
    }
    return Optional.empty();
  }

  @Override
  public OptionalLong nextAt() {
    return waitingHosts().stream().mapToLong(host -> freeAt.getOrDefault(host, 0L)).min();
  }

  /** Whoever has been free for the longest time comes first. */
  private List<H> waitingHosts() {
    Map<H, Long> seen = Map.copyOf(freeAt);
    return lines.keySet().stream()
        .filter(host -> !lines.get(host).isEmpty())
        .sorted(Comparator.comparingLong(host -> seen.getOrDefault(host, 0L)))
        .toList();
  }
}
