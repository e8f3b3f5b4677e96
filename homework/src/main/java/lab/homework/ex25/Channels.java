package lab.homework.ex25;

import java.util.List;
import java.util.Optional;

/** Channels as Go has them: a value goes from one thread to another, and both know when it has. Safe for use by many threads. */
public interface Channels {

  /** Where values go through, one at a time; it has no room for any. */
  interface Channel<T> {
    /**
     * Hands a value over; waits until somebody has received it.
     *
     * @throws IllegalStateException if the channel is closed
     * @throws InterruptedException if the calling thread is interrupted while it waits; the value is then received by nobody
     */
    void send(T value) throws InterruptedException;

    /**
     * Takes the next value; waits until there is one. Values of one sender come in its order.
     *
     * @return empty if the channel is closed
     */
    Optional<T> receive() throws InterruptedException;

    /** Ends it: whoever waits to receive gets nothing, and so does whoever comes later. To be called by the only one who sends. */
    void close();
  }

  /**
   * What came, and where from.
   *
   * @param index which of the channels, from 0
   * @param value what came; empty if that channel is closed
   */
  record Received<T>(int index, Optional<T> value) {}

  /** Makes a channel. */
  <T> Channel<T> make();

  /**
   * Receives from whichever channel has a value first, or is closed first, and takes nothing from the others. Waits until then.
   *
   * <p>For example: nothing is sent on a or b, and a thread selects from both. Then "x" is sent on b: the thread gets index 1 and "x". "y", which
   * is sent on a afterwards, is for whoever receives from a next.
   *
   * @param channels made by this object; at least one
   */
  <T> Received<T> select(List<Channel<T>> channels) throws InterruptedException;
}
