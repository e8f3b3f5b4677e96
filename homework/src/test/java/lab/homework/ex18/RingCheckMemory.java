package lab.homework.ex18;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Consumer;
import lab.homework.grade.RuleBroken;

/**
 * Memory as sender and receiver see it, with a machine between them that is as unhelpful as Java allows: what could be seen out
 * of order is, each time. And after each step of one side the other may take some.
 *
 * <p>All on one thread, and with no luck in it.
 */
final class RingCheckMemory {

  /** When bytes that one side writes or reads pass to or from the other. */
  enum Machine {
    /** They are written late, when a counter is released; and read early, when one was acquired. */
    WEAK,
    /** At once. */
    PROMPT
  }

  private final Machine machine;
  private final byte[] bytes;
  private final Side sender;
  private final Side receiver;

  RingCheckMemory(int size, Machine machine) {
    this.machine = machine;
    this.bytes = new byte[size];
    this.sender = new Side();
    this.receiver = new Side();
  }

  Side sender() {
    return sender;
  }

  Side receiver() {
    return receiver;
  }

  /** What one process sees. */
  final class Side implements SharedMemory {
    /** What it has read ahead, and what it has written. */
    private final byte[] mine = new byte[bytes.length];

    private final BitSet written = new BitSet();
    private final BitSet read = new BitSet();
    private final BitSet readPlainly = new BitSet();
    private final BitSet writtenAsLong = new BitSet();
    private final BitSet writtenPlainly = new BitSet();
    private Consumer<String> afterEach = step -> {};

    /** Lets something happen after each step, which is described to it. */
    void afterEach(Consumer<String> other) {
      this.afterEach = other;
    }

    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public byte get(int index) {
      expectInside(index, 1);
      byte value = machine == Machine.WEAK ? mine[index] : bytes[index];
      afterEach.accept("get(%d)".formatted(index));
      return value;
    }

    @Override
    public void put(int index, byte value) {
      expectInside(index, 1);
      mine[index] = value;
      written.set(index);
      if (machine == Machine.PROMPT) {
        publish();
      }
      afterEach.accept("put(%d, %d)".formatted(index, value));
    }

    @Override
    public long getLong(int index) {
      readPlainly.set(index);
      return number(index, "getLong");
    }

    @Override
    public long getLongAcquire(int index) {
      for (int i = 0; i < bytes.length; i++) {
        mine[i] = written.get(i) ? mine[i] : bytes[i];
      }
      return number(index, "getLongAcquire");
    }

    private long number(int index, String name) {
      expectNumber(index);
      read.set(index);
      long value = ByteBuffer.wrap(bytes).getLong(index);
      afterEach.accept("%s(%d)".formatted(name, index));
      return value;
    }

    @Override
    public void putLong(int index, long value) {
      writtenPlainly.set(index);
      setNumber(index, value, "putLong");
    }

    @Override
    public void putLongRelease(int index, long value) {
      publish();
      setNumber(index, value, "putLongRelease");
    }

    private void setNumber(int index, long value, String name) {
      expectNumber(index);
      writtenAsLong.set(index);
      ByteBuffer.wrap(bytes).putLong(index, value);
      ByteBuffer.wrap(mine).putLong(index, value);
      afterEach.accept("%s(%d, %d)".formatted(name, index, value));
    }

    private void publish() {
      written.stream().forEach(index -> bytes[index] = mine[index]);
      written.clear();
    }

    private void expectInside(int index, int length) {
      RuleBroken.unless(index >= 0 && index + length <= bytes.length,
          "you read or write at %d, but the memory has only the bytes 0 to %d: what is behind the last one belongs to the begin "
              + "of the room, at %d", index, bytes.length - 1, Ring.HEADER);
    }

    private void expectNumber(int index) {
      expectInside(index, Long.BYTES);
      RuleBroken.unless(index % Long.BYTES == 0, "a long lies at a multiple of 8, and %d is none", index);
    }

    /** Whether this side reads a counter plainly that the other one writes. */
    boolean readsPlainly(Side other) {
      return readPlainly.intersects(other.writtenAsLong);
    }

    /** Whether it writes a counter plainly that the other one reads. */
    boolean writesPlainly(Side other) {
      return writtenPlainly.intersects(other.read);
    }
  }
}
