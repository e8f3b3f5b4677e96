package lab.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the files that a person asked for. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content<T> {
    /** Writes it to that file, which may be there, and gives whatever the caller wants to know of it. */
    T writeTo(Path file) throws IOException;
  }

  /**
   * Writes a file, with its folders. A reader sees the old file or the whole new one.
   *
   * @return what the content gave
   * @throws UncheckedIOException with one line that names the file
   */
  public static <T> T write(Path file, Content<T> content) {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.createDirectories(whole.getParent());
      T given = content.writeTo(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return given;
    } catch (IOException | UncheckedIOException e) {
      giveUp(part, e);
      String why = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause().toString() : e.toString();
      throw new UncheckedIOException("cannot write " + file + ": " + why, new IOException(e));
    }
  }

  /** The same for a text. */
  public static void write(Path file, String text) {
    write(file, part -> Files.writeString(part, text));
  }

  /** Removes what was written of a file that can't be whole: where the disk is full, others need the room. */
  public static void giveUp(Path part, Exception cause) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
