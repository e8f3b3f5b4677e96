package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lab.homework.ex12.SingleFlight.Loader;

/** The upstream server: counts its calls, and holds those for the hot key if it is told to. */
final class SingleFlightCheckUpstream implements Loader<SingleFlightCheckKey, String> {
  static final SingleFlightCheckKey HOT = SingleFlightCheckKey.free("hot");

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger hotCalls = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile boolean down;

  @Override
  public String load(SingleFlightCheckKey key) throws IOException, InterruptedException {
    int call = calls.incrementAndGet();
    if (key.equals(HOT)) {
      hotCalls.incrementAndGet();
      gate.await();
    }
    if (down) {
      throw new IOException("the upstream server is down");
    }
    return "answer " + call;
  }

  void holdsHot() {
    gate = new CountDownLatch(1);
  }

  void answersHot() {
    gate.countDown();
  }

  void setDown(boolean isDown) {
    down = isDown;
  }

  int calls() {
    return calls.get();
  }

  int hotCalls() {
    return hotCalls.get();
  }

  /** Tells the time that it was told. */
  static final class HandClock implements InstantSource {
    private volatile Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }
  }
}
