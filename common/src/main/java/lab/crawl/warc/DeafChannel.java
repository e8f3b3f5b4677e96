package lab.crawl.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Streams as the channels that jwarc wants. Those that the JDK makes are closed when their thread is interrupted; but a crawl that is
 * interrupted ends between two pages, and not within a page's file.
 */
final class DeafChannel {
  private static final int PIECE = 8192;

  private DeafChannel() {}

  /** Where a record comes from. */
  static ReadableByteChannel of(InputStream in) {
    return new From(in);
  }

  /** Where records go; closing it closes nothing. */
  static WritableByteChannel of(OutputStream out) {
    return new To(out);
  }

  private record From(InputStream in) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer room) throws IOException {
      byte[] bytes = new byte[Math.min(PIECE, room.remaining())];
      int read = in.read(bytes);
      if (read > 0) {
        room.put(bytes, 0, read);
      }
      return read;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private record To(OutputStream out) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      out.write(copy);
      return copy.length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Whoever made the stream closes it.
    }
  }
}
