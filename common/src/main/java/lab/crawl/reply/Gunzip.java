package lab.crawl.reply;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Undoes gzip (RFC 1952): all members, one after the other; zeros after the last are padding. {@link java.util.zip.GZIPInputStream}
 * would take what breaks off between two members, or is followed by garbage, for whole.
 */
final class Gunzip extends InputStream {
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream coded;
  private final byte[] buffer = new byte[8192];
  private int next;
  private int end;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean inMember;
  private boolean ended;

  /** Of a stream that has a byte or more; it is closed with this one. */
  Gunzip(InputStream coded) {
    this.coded = coded;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** @throws ZipException if this is no gzip, or breaks off */
  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int read = 0;
    while (read == 0 && count > 0 && !ended) {
      if (!inMember) {
        readHeader();
      }
      read = inflate(bytes, from, count);
      if (inflater.finished()) {
        readTrailer();
        ended = isLastMember();
      }
    }
    return read == 0 && count > 0 ? -1 : read;
  }

  private int inflate(byte[] bytes, int from, int count) throws IOException {
    if (inflater.needsInput() && !inflater.finished()) {
      fill();
      inflater.setInput(buffer, next, end - next);
    }
    try {
      int read = inflater.inflate(bytes, from, count);
      next = end - inflater.getRemaining();
      crc.update(bytes, from, read);
      if (read == 0 && inflater.needsDictionary()) {
        throw new ZipException("gzip with a dictionary");
      }
      return read;
    } catch (DataFormatException e) {
      throw new ZipException("broken gzip: " + e.getMessage());
    }
  }

  private void readHeader() throws IOException {
    if (nextShort() != MAGIC || nextByte() != DEFLATE) {
      throw new ZipException("this is no gzip");
    }
    int flags = nextByte();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("gzip with unknown flags"); // and who knows where the header ends then
    }
    skip(6); // time, compression level, system
    if ((flags & EXTRA) != 0) {
      skip(nextShort());
    }
    for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
      while (nextByte() != 0) {
        // A text ends with a zero.
      }
    }
    skip((flags & HEADER_CRC) == 0 ? 0 : 2);
    inMember = true;
    inflater.reset();
    inflater.setInput(buffer, next, end - next);
    crc.reset();
  }

  private void readTrailer() throws IOException {
    long sum = nextShort() | (long) nextShort() << 16;
    long length = nextShort() | (long) nextShort() << 16;
    if (sum != crc.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("gzip with a wrong checksum or length");
    }
    inMember = false;
  }

  /** Whether nothing but padding follows. */
  private boolean isLastMember() throws IOException {
    if (hasMore() && buffer[next] != 0) {
      return false;
    }
    while (hasMore()) {
      if (buffer[next++] != 0) {
        throw new ZipException("something after the gzip");
      }
    }
    return true;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      nextByte();
    }
  }

  private int nextShort() throws IOException {
    return nextByte() | nextByte() << 8;
  }

  private int nextByte() throws IOException {
    fill();
    return buffer[next++] & 0xff;
  }

  /** Makes sure that there is a byte in the buffer. */
  private void fill() throws IOException {
    if (!hasMore()) {
      throw new ZipException("the gzip breaks off");
    }
  }

  private boolean hasMore() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, coded.read(buffer, 0, buffer.length));
    }
    return next < end;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    coded.close();
  }
}
