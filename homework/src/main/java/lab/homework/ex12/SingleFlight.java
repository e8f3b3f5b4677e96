package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Keeps what an upstream server says for a while, and asks it once however many want to know the same. Safe for use by many
 * threads.
 *
 * @param <K> what is asked for; it may be a key of any set or map
 * @param <V> what is answered; never null
 */
public interface SingleFlight<K, V> {

  /** The upstream server: slow and precious. Safe for use by many threads. */
  @FunctionalInterface
  interface Loader<K, V> {
    /**
     * Asks it; the calling thread waits until the answer is there.
     *
     * @throws IOException if there is none
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    V load(K key) throws IOException, InterruptedException;
  }

  /** How one is made. */
  @FunctionalInterface
  interface Maker<K, V> {
    /**
     * Makes one that knows nothing yet.
     *
     * @param loader what is asked if an answer isn't known
     * @param ttl how long an answer is kept from when it was there; once so much time has passed, it is no longer given; above 0
     * @param clock says what time it is; no other clock is looked at
     */
    SingleFlight<K, V> make(Loader<K, V> loader, Duration ttl, InstantSource clock);
  }

  /**
   * Gives the answer for a key: the one that is kept; or that of a load for this key that is under way, for which the calling
   * thread waits; or that of a new load. At most one load for a key is under way at a time, and none holds up those who ask for
   * other keys. A failure is kept for nobody: whoever asks after it has a new load.
   *
   * <p>For example, with 10 s: three ask for a key at once, the server is asked once, and all three get "one". Another gets "one" 9.999 s
   * later. After 10 s the next one has the server asked again, and gets "two".
   *
   * @throws IOException if the load failed, for all who waited for it
   * @throws InterruptedException if the calling thread is interrupted while it waits or loads; it alone: if it was the one that loads,
   *     another of those who wait for the answer loads anew
   */
  V get(K key) throws IOException, InterruptedException;
}
