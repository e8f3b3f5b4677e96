package lab.homework.ex17;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides which page a crawl may ask for now, and so keeps it polite: between the beginnings of two requests to the same host
 * passes at least a delay, which is given when the scheduler is made. Different hosts don't wait for one another.
 *
 * <p>It has no clock and waits for nothing: whoever calls tells the time, in milliseconds, from 0 on. No caller tells an earlier
 * time than any did before. Safe for use by many threads.
 *
 * @param <H> a host; it may be a key of any set or map
 */
public interface PolitenessScheduler<H> {

  /**
   * A page to ask for.
   *
   * @param host whom to ask
   * @param path what for; different for each page of a host
   */
  record Request<H>(H host, String path) {}

  /** Puts a request at the end of its host's line. */
  void add(Request<H> request);

  /**
   * Takes a request that may begin now. Its caller begins it at this very moment, and so the delay of its host begins to run. If
   * several hosts may be asked, the turn is of the one whose delay ended first. Of a host, the first request in its line is taken.
   *
   * <p>For example, with a delay of 100: a1, a2 and b1 are added. {@code next(0)} gives a1, and again {@code next(0)} gives b1, because host
   * a must wait until 100. {@code next(99)} gives nothing, and {@code next(100)} gives a2.
   *
   * @param nowMillis what time it is; at least 0
   * @return empty if none may begin yet, or none waits
   */
  Optional<Request<H>> next(long nowMillis);

  /**
   * From when on {@link #next} has a request to give, if none is added before; that may be in the past.
   *
   * @return in milliseconds; empty if no request waits
   */
  OptionalLong nextAt();
}
