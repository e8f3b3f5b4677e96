package lab.homework.ex17;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;

/** Wrong: each host has a delay of its own, but all stand in one line, and whoever is first holds up the others. */
final class OneLineScheduler<H> implements PolitenessScheduler<H> {
  private final Queue<Request<H>> line = new ArrayDeque<>();
  private final Map<H, Long> freeAt = new HashMap<>();
  private final long delayMillis;

  OneLineScheduler(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  @Override
  public synchronized void add(Request<H> request) {
    line.add(request);
  }

  @Override
  public synchronized Optional<Request<H>> next(long nowMillis) {
    OptionalLong at = nextAt();
    if (at.isEmpty() || at.getAsLong() > nowMillis) {
      return Optional.empty();
    }
    freeAt.put(line.element().host(), nowMillis + delayMillis);
    return Optional.of(line.remove());
  }

  @Override
  public synchronized OptionalLong nextAt() {
    return line.isEmpty() ? OptionalLong.empty() : OptionalLong.of(freeAt.getOrDefault(line.element().host(), 0L));
  }
}
