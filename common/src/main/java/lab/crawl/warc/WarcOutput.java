package lab.crawl.warc;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;

/**
 * A file of records, each packed by itself (WARC 1.1, annex D), so that a reader can begin at any of them. jwarc would pack them as well;
 * but its packers keep their memory outside of the heap until they are collected, and here is one for each page.
 */
final class WarcOutput implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final OutputStream out;
  private final boolean packed;

  /** Begins the file anew. */
  WarcOutput(Path file, boolean packed) throws IOException {
    this.out = new BufferedOutputStream(new FileOutputStream(file.toFile()), BUFFER);
    this.packed = packed;
  }

  /** Adds a record, and consumes its body. */
  void write(WarcRecord record) throws IOException {
    if (!packed) {
      write(record, out);
      return;
    }
    try (OutputStream member = new GZIPOutputStream(new KeptOpen(out))) {
      write(record, member);
    }
  }

  private static void write(WarcRecord record, OutputStream out) throws IOException {
    try (WarcWriter writer = new WarcWriter(DeafChannel.of(out))) {
      writer.write(record);
    }
  }

  /** Adds all records of another file, as they are. */
  void copy(Path file) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class KeptOpen extends FilterOutputStream {
    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() {
      // The next record follows.
    }
  }
}
