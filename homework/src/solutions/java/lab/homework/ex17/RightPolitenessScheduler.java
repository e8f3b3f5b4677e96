package lab.homework.ex17;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;

/** A line for each host, and the time from which on it may be asked again. Guarded by the monitor. */
class RightPolitenessScheduler<H> implements PolitenessScheduler<H> {
  private final Map<Object, Line<H>> lines = new LinkedHashMap<>();
  private final long delayMillis;

  /** A host's line; it stays when it is empty, for the delay runs on. */
  private static final class Line<H> {
    private final Queue<Request<H>> waiting = new ArrayDeque<>();
    private long freeAt;
  }

  RightPolitenessScheduler(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  /** Who has a line, and a delay, of its own. */
  Object owner(Request<H> request) {
    return request.host();
  }

  @Override
  public synchronized void add(Request<H> request) {
    lines.computeIfAbsent(owner(request), owner -> new Line<>()).waiting.add(request);
  }

  @Override
  public synchronized Optional<Request<H>> next(long nowMillis) {
    Optional<Line<H>> line = firstFree().filter(first -> first.freeAt <= nowMillis);
    line.ifPresent(free -> free.freeAt = nowMillis + delayMillis);
    return line.map(free -> free.waiting.remove());
  }

  @Override
  public synchronized OptionalLong nextAt() {
    return firstFree().stream().mapToLong(line -> line.freeAt).findFirst();
  }

  private Optional<Line<H>> firstFree() {
    return lines.values().stream()
        .filter(line -> !line.waiting.isEmpty())
        .min(Comparator.comparingLong(line -> line.freeAt));
  }
}
