package lab.homework.ex18;

import java.util.Optional;

/**
 * Exercise 18: replace JSON lines by a ring in shared memory.
 *
 * <p>To think about first: a pipe copies each message into the system and out again, and wakes up whoever reads. Here the sender
 * puts the bytes where the receiver looks for them. But who says that they are there? Think of two counters, one for all bytes
 * ever sent and one for all bytes ever received: who writes which, and when, before or after the bytes of the message? What
 * else might the other one see, and which {@code get} and {@code put} forbid it? When is the ring full, when empty, and where is
 * the next byte behind the last one?
 *
 * <p>When it works, {@link RingBenchmark} tells what a message costs.
 */
public final class MyRing implements Ring {

  // TODO exercise 18: send a message's length and its bytes through the memory, and take them out again, in order.

  @Override
  public boolean offer(SharedMemory memory, byte[] message) {
    throw new UnsupportedOperationException("exercise 18 is still to do");
  }

  @Override
  public Optional<byte[]> poll(SharedMemory memory) {
    throw new UnsupportedOperationException("exercise 18 is still to do");
  }
}
