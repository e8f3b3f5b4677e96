package lab.homework.ex17;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Exercise 17: a crawl that asks each host only now and then, and all hosts at the same time.
 *
 * <p>To think about first: a crawl has found a thousand pages of one host, and after them one of another. For whom does that one
 * have to wait if all stand in a single line? What do you have to know of each host, and for how long? And what may another
 * thread do between your looking whether a host may be asked and your noting that it was?
 */
public final class MyPolitenessScheduler<H> implements PolitenessScheduler<H> {
  private final long delayMillis;

  /**
   * A scheduler with no requests.
   *
   * @param delayMillis at least how long after a request to a host the next to the same host begins; above 0
   */
  public MyPolitenessScheduler(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  @Override
  public void add(Request<H> request) {
    // TODO exercise 17: keep what you need to know of each host, and write all three methods, for many threads.
    throw new UnsupportedOperationException("exercise 17 is still to do");
  }

  @Override
  public Optional<Request<H>> next(long nowMillis) {
    throw new UnsupportedOperationException("exercise 17 is still to do");
  }

  @Override
  public OptionalLong nextAt() {
    throw new UnsupportedOperationException("exercise 17 is still to do");
  }
}
