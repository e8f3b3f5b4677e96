package lab.homework.ex18;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Two counters that only grow: the sender moves one, the receiver the other, each when it is done with the bytes before it. */
class RightRing implements Ring {
  /** Where it stands how many bytes were ever sent. */
  static final int SENT = 0;

  /** Where it stands how many were ever received. */
  static final int RECEIVED = 64;

  @Override
  public boolean offer(SharedMemory memory, byte[] message) {
    byte[] bytes = ByteBuffer.allocate(PREFIX + message.length).putInt(message.length).put(message).array();
    if (bytes.length > room(memory)) {
      throw new IllegalArgumentException("a message of " + message.length + " bytes");
    }
    long sent = memory.getLong(SENT);
    if (sent - memory.getLongAcquire(RECEIVED) + bytes.length > mostUnread(memory)) {
      return false;
    }
    send(memory, sent, bytes);
    return true;
  }

  @Override
  public Optional<byte[]> poll(SharedMemory memory) {
    long received = memory.getLong(RECEIVED);
    if (received == sent(memory)) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(read(memory, received, PREFIX)).getInt();
    return Optional.of(receive(memory, received + PREFIX, length));
  }

  /** How many bytes may wait to be received. */
  long mostUnread(SharedMemory memory) {
    return room(memory);
  }

  /** Writes bytes, and then says that they are there. */
  void send(SharedMemory memory, long position, byte[] bytes) {
    write(memory, position, bytes);
    memory.putLongRelease(SENT, position + bytes.length);
  }

  /** How many bytes have been sent. */
  long sent(SharedMemory memory) {
    return memory.getLongAcquire(SENT);
  }

  /** Reads a message, and then gives its room back. */
  byte[] receive(SharedMemory memory, long position, int length) {
    byte[] message = read(memory, position, length);
    memory.putLongRelease(RECEIVED, position + length);
    return message;
  }

  static int room(SharedMemory memory) {
    return memory.size() - HEADER;
  }

  void write(SharedMemory memory, long position, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      memory.put(index(memory, position, i), bytes[i]);
    }
  }

  byte[] read(SharedMemory memory, long position, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = memory.get(index(memory, position, i));
    }
    return bytes;
  }

  /** Where the byte lies that is so many behind a position. */
  int index(SharedMemory memory, long position, int behind) {
    return HEADER + (int) ((position + behind) % room(memory));
  }
}
