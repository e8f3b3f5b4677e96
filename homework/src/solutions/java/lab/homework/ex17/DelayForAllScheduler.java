package lab.homework.ex17;

import java.util.Optional;
import java.util.OptionalLong;

/** Wrong: one delay for all hosts is polite to each, and slow. */
final class DelayForAllScheduler<H> extends RightPolitenessScheduler<H> {
  private final long delayMillis;
  private long freeAt;

  DelayForAllScheduler(long delayMillis) {
    super(delayMillis);
    this.delayMillis = delayMillis;
  }

  @Override
  public synchronized Optional<Request<H>> next(long nowMillis) {
    Optional<Request<H>> request = nowMillis < freeAt ? Optional.empty() : super.next(nowMillis);
    request.ifPresent(begun -> freeAt = nowMillis + delayMillis);
    return request;
  }

  @Override
  public synchronized OptionalLong nextAt() {
    return super.nextAt().stream().map(at -> Math.max(at, freeAt)).findFirst();
  }
}
