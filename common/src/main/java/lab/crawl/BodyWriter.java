package lab.crawl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.NullUnmarked;

/**
 * Takes a body as it comes. What is longer than {@link #MOST_IN_MEMORY} goes to a file, hashed on the way, so that it is never in
 * memory as a whole. Not thread-safe.
 */
@NullUnmarked // either memory or a file with its stream and digest, which no annotation can say
public final class BodyWriter implements AutoCloseable {
  /** The longest body that is kept in memory: 1 MiB. */
  public static final int MOST_IN_MEMORY = 1 << 20;

  private final Spool spool;
  private final long maxBytes;
  private final int mostInMemory;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private MessageDigest digest;
  private Path file;
  private OutputStream out;
  private long length;

  /**
   * Nothing taken yet.
   *
   * @param spool gives a file, if one is needed
   * @param maxBytes the longest body that is taken, 0 or more
   */
  public BodyWriter(Spool spool, long maxBytes) {
    this(spool, maxBytes, MOST_IN_MEMORY);
  }

  private BodyWriter(Spool spool, long maxBytes, int mostInMemory) {
    this.spool = spool;
    this.maxBytes = maxBytes;
    this.mostInMemory = mostInMemory;
  }

  /** The same, but any body goes to a file. */
  public static BodyWriter ofFile(Spool spool, long maxBytes) {
    return new BodyWriter(spool, maxBytes, 0);
  }

  /**
   * Takes the next bytes.
   *
   * @throws BodyTooLongException if that is more than is taken
   * @throws java.io.UncheckedIOException with one line that names the file, if it can't be written
   */
  public void write(byte[] bytes, int from, int count) throws BodyTooLongException {
    if (count > maxBytes - length) {
      throw new BodyTooLongException(maxBytes);
    }
    length += count;
    if (file == null && length <= mostInMemory) {
      memory.write(bytes, from, count);
      return;
    }
    try {
      moveToFile();
      append(bytes, from, count);
    } catch (IOException e) {
      throw Body.cannot("write", file, e);
    }
  }

  private void moveToFile() throws IOException {
    if (file == null) {
      file = spool.newFile();
      out = Files.newOutputStream(file);
      digest = Sha256.newDigest();
      byte[] sofar = memory.toByteArray();
      memory = null;
      append(sofar, 0, sofar.length);
    }
  }

  private void append(byte[] bytes, int from, int count) throws IOException {
    digest.update(bytes, from, count);
    out.write(bytes, from, count);
  }

  /** How many bytes were taken so far. */
  public long length() {
    return length;
  }

  /**
   * The body, now that its last byte was taken. It is the caller's to close.
   *
   * @throws java.io.UncheckedIOException with one line that names the file, if it can't be written
   */
  public Body whole() {
    if (file == null) {
      return Body.of(memory.toByteArray());
    }
    try {
      out.close();
    } catch (IOException e) {
      throw Body.cannot("write", file, e);
    }
    Body body = Body.of(file, length, digest.digest());
    file = null;
    return body;
  }

  /** Gives up: removes what was written, unless it is somebody's body by now. */
  @Override
  public void close() {
    if (file != null) {
      try (OutputStream _ = out) {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw Body.cannot("remove", file, e);
      }
    }
  }
}
