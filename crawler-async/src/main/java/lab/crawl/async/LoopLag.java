package lab.crawl.async;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.crawl.Lane;
import lab.crawl.Span;
import lab.crawl.SpanKind;

/**
 * How late the loop is: it owes a timer every ten milliseconds, and each time the difference between when that was due and when
 * it fired is recorded. A loop that is at a long step hears of nothing meanwhile: no timer, and no reply either.
 */
final class LoopLag {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final EventLoop loop;
  private final Lane lane;
  private final Future<?> over;

  private LoopLag(EventLoop loop, Lane lane, Future<?> over) {
    this.loop = loop;
    this.lane = lane;
    this.over = over;
  }

  /** Watches a loop until something is over, if anybody records it. */
  static void watch(EventLoop loop, Lane lane, Future<?> over) {
    if (lane.isRecorded()) {
      new LoopLag(loop, lane, over).next();
    }
  }

  private void next() {
    long due = System.nanoTime() + PERIOD_NANOS;
    loop.schedule(() -> fired(due), PERIOD_NANOS, TimeUnit.NANOSECONDS);
  }

  private void fired(long due) {
    lane.add(new Span(SpanKind.LAG, Optional.empty(), due, Math.max(due, System.nanoTime())));
    if (!over.isDone()) {
      next();
    }
  }
}
