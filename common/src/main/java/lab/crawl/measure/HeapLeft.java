package lab.crawl.measure;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a JVM's last collection left in its heap: what lies in the old and in the survivor spaces, which nothing but a collection fills, but
 * for very large objects. A collection of the young part only leaves some garbage.
 *
 * <p>A JVM keeps such counters in a file, for {@code jstat}: so any process can read them, and it costs the JVM nothing. The layout is
 * HotSpot's ({@code PerfDataPrologue} and {@code PerfDataEntry} in {@code perfMemory.hpp}); Serial, Parallel and G1 have these counters.
 */
final class HeapLeft {
  private static final Pattern SURVIVORS_AND_OLD =
      Pattern.compile("sun\\.gc\\.generation\\.(0\\.space\\.[12]|1\\.space\\.0)\\.used");
  private static final Pattern COLLECTIONS = Pattern.compile("sun\\.gc\\.collector\\.\\d+\\.invocations");

  private static final int BYTE_ORDER_AT = 4;
  private static final int ENTRIES_AT = 24;
  private static final byte LITTLE_ENDIAN = 1;
  private static final byte LONG = 'J';

  private final ByteBuffer data;

  private HeapLeft(byte[] file) {
    data = ByteBuffer.wrap(file).order(file[BYTE_ORDER_AT] == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** In bytes; empty if nobody knows: the process has ended, is no JVM, has another collector, or has never collected. */
  static Optional<Long> bytes(ProcessHandle process) {
    String user = process.info().user().orElse(System.getProperty("user.name"));
    return bytes(Path.of("/tmp", "hsperfdata_" + user, Long.toString(process.pid())));
  }

  /** The same of such a file. */
  static Optional<Long> bytes(Path file) {
    try {
      HeapLeft counters = new HeapLeft(Files.readAllBytes(file));
      return counters.sum(COLLECTIONS) > 0 ? Optional.of(counters.sum(SURVIVORS_AND_OLD)) : Optional.empty();
    } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException e) {
      // There is no such file, or not yet all of it.
      return Optional.empty();
    }
  }

  private long sum(Pattern names) {
    long sum = 0;
    int entry = data.getInt(ENTRIES_AT);
    for (int left = data.getInt(ENTRIES_AT + 4); left > 0; left--) {
      if (data.get(entry + 12) == LONG && names.matcher(name(entry)).matches()) {
        sum += data.getLong(entry + data.getInt(entry + 16));
      }
      entry += data.getInt(entry);
    }
    return sum;
  }

  /** Ended by a zero. */
  private String name(int entry) {
    int begin = entry + data.getInt(entry + 4);
    int end = begin;
    while (data.get(end) != 0) {
      end++;
    }
    return new String(data.array(), begin, end - begin, StandardCharsets.US_ASCII);
  }
}
