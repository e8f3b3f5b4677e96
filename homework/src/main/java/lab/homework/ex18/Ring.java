package lab.homework.ex18;

import java.util.Optional;

/**
 * A queue of messages from one process, which only sends, to another, which only receives. Neither ever waits or takes a lock.
 *
 * <p>All that a ring knows is in the memory that both share; it has no fields, because the other process would not see them. Memory
 * that is all 0 is an empty ring. Its first {@link #HEADER} bytes are for what the ring has to note, such as counters; all others
 * are room for messages, from the first to the last byte and then from the first again. A message takes as much room as it has
 * bytes, and {@link #PREFIX} bytes for its length.
 *
 * <p>For example: with room for 64 bytes, four messages of 12 bytes fill the ring, and a fifth is refused. When the first has been received,
 * there is room for one of 12 bytes again, where the first one was.
 */
public interface Ring {
  /** How many bytes of the memory are not for messages: enough for two counters, each on a line of the processor's cache. */
  int HEADER = 128;

  /** How many bytes of room a message takes beside its own. */
  int PREFIX = 4;

  /**
   * Sends a message, if there is room for it now. Only one thread of one process does so.
   *
   * @param memory the shared memory, as the sender sees it
   * @param message may be empty
   * @return false if there is too little room until the receiver has taken some more; then nothing has changed
   * @throws IllegalArgumentException if there would be too little room even if the ring were empty
   */
  boolean offer(SharedMemory memory, byte[] message);

  /**
   * Receives the next message, if there is one. Only one thread of one process does so.
   *
   * @param memory the shared memory, as the receiver sees it
   */
  Optional<byte[]> poll(SharedMemory memory);
}
