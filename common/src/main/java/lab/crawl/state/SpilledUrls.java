package lab.crawl.state;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.WaitingUrls;

/**
 * URLs that wait in a file: first in, first out. It is no part of what outlives a process, because the journal tells it again.
 *
 * <p>What is written stays in its buffer until somebody wants to read it: a queue that is short never gets to the disk.
 */
final class SpilledUrls implements WaitingUrls {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private final DataInputStream in;
  private int size;
  private int flushed;

  /** An empty queue; a file that is there is overwritten. */
  SpilledUrls(Path file) {
    this.file = file;
    try {
      this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
    } catch (IOException e) {
      throw cannot("make", e);
    }
  }

  @Override
  public void add(Waiting url) {
    try {
      byte[] text = url.url().getBytes(StandardCharsets.UTF_8);
      out.writeInt(url.depth());
      out.writeInt(text.length);
      out.write(text);
      size++;
    } catch (IOException e) {
      throw cannot("write", e);
    }
  }

  @Override
  public Optional<Waiting> poll() {
    if (size == 0) {
      return Optional.empty();
    }
    try {
      if (flushed == 0) {
        out.flush();
        flushed = size;
      }
      int depth = in.readInt();
      String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      size--;
      flushed--;
      return Optional.of(new Waiting(text, depth));
    } catch (IOException e) {
      throw cannot("read", e);
    }
  }

  @Override
  public int size() {
    return size;
  }

  private UncheckedIOException cannot(String what, IOException e) {
    return new UncheckedIOException("cannot " + what + " " + file + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try (in; out) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Nothing is lost, though the disk may be full, and what ended the crawl matters more.
    }
  }
}
