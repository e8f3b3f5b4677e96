package lab.crawl;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import org.jspecify.annotations.NullUnmarked;

/**
 * The body of a reply, whole: in memory if it is short, else in a file. A {@link BodyWriter} makes it. Not thread-safe: whoever has
 * the reply has its body.
 */
@NullUnmarked // either bytes or a file, which no annotation can say
public final class Body implements AutoCloseable {
  /** No bytes. */
  public static final Body EMPTY = of(new byte[0]);

  private static final int PIECE = 64 << 10;

  private final byte[] bytes; // null if it is in a file
  private final Path file; // null if it is in memory
  private final long length;
  private byte[] sha256; // null until somebody asks

  private Body(byte[] bytes, Path file, long length, byte[] sha256) {
    this.bytes = bytes;
    this.file = file;
    this.length = length;
    this.sha256 = sha256;
  }

  /** A body in memory. Nobody may change the bytes any more. */
  public static Body of(byte[] bytes) {
    return new Body(bytes, null, bytes.length, null);
  }

  /** A body in a file, which is the body's own from now on. */
  static Body of(Path file, long length, byte[] sha256) {
    return new Body(null, file, length, sha256);
  }

  /** How many bytes it has. */
  public long length() {
    return length;
  }

  /** The SHA-256 (FIPS 180-4) of all its bytes; nobody may change the array. */
  public byte[] sha256() {
    if (sha256 == null) {
      sha256 = Sha256.newDigest().digest(bytes);
    }
    return sha256;
  }

  /**
   * The bytes from the first on. The caller closes the stream.
   *
   * @throws UncheckedIOException if the file can't be read
   */
  public InputStream open() {
    try {
      return bytes == null ? Files.newInputStream(file) : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /**
   * The first bytes, or all if there are fewer.
   *
   * @throws UncheckedIOException if the file can't be read
   */
  public byte[] head(int most) {
    try (InputStream from = open()) {
      return from.readNBytes(most);
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /**
   * Adds all bytes to a digest.
   *
   * @throws UncheckedIOException if the file can't be read
   */
  public void addTo(MessageDigest digest) {
    if (bytes != null) {
      digest.update(bytes);
      return;
    }
    try (InputStream from = open()) {
      byte[] piece = new byte[PIECE];
      for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
        digest.update(piece, 0, read);
      }
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /**
   * Puts the bytes where they are to stay. A reader sees the whole file or none, even if this process is killed meanwhile.
   *
   * @param part a file of the same folder, which is written first if need be
   * @throws IOException if that fails
   */
  public void saveTo(Path target, Path part) throws IOException {
    if (bytes != null) {
      writeAtOnce(part, bytes);
    }
    Files.move(bytes == null ? file : part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * {@link Files#write} would call the system for each 8 KiB. An interrupt doesn't cut it short, because a stream's channel is
   * deaf to it.
   */
  private static void writeAtOnce(Path file, byte[] bytes) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      out.write(bytes);
    }
  }

  /** Removes the file, unless it was saved. Idempotent. */
  @Override
  public void close() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw cannot("remove", file, e);
      }
    }
  }

  static UncheckedIOException cannot(String what, Path file, IOException e) {
    return new UncheckedIOException("cannot " + what + " " + file + ": " + e, e);
  }
}
