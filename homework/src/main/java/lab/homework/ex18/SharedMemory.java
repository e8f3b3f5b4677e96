package lab.homework.ex18;

/**
 * Memory that two processes share, as one of them sees it. At first all of it is 0.
 *
 * <p>What a plain method writes may be seen by the other side late, and in any order. What was written before a
 * {@code putLongRelease} is seen by whoever has read its value with {@code getLongAcquire}. There is no other promise.
 */
public interface SharedMemory {

  /** How many bytes there are. */
  int size();

  /** Reads a byte; indexes begin at 0. */
  byte get(int index);

  /** Writes a byte. */
  void put(int index, byte value);

  /** Reads eight bytes as one number; the index is a multiple of 8, here and below. */
  long getLong(int index);

  /** Writes eight bytes as one number. */
  void putLong(int index, long value);

  /** Reads a number; what is read after it is not older than what the number's writer had written before it. */
  long getLongAcquire(int index);

  /** Writes a number; whoever acquires it sees all that was read and written before as done. */
  void putLongRelease(int index, long value);
}
