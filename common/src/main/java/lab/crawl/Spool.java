package lab.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder for bodies that are too long for memory, until they are worked on. It lies within the output folder, so that a body gets
 * to its place by being renamed; where nothing is to be written, among the system's temporary files.
 *
 * <p>Any thread may use it. The lock is this object's monitor.
 */
public final class Spool implements AutoCloseable {
  private final Optional<Path> out;
  private Path folder; // null until it is needed

  /** Makes no folder yet. */
  public Spool(Optional<Path> out) {
    this.out = out;
  }

  /**
   * A new, empty file.
   *
   * @throws UncheckedIOException with one line that names the folder, if there can be none
   */
  synchronized Path newFile() {
    try {
      if (folder == null) {
        folder = newFolder();
      }
      return Files.createTempFile(folder, "body", "");
    } catch (IOException e) {
      throw Body.cannot("write to", folder == null ? out.orElse(Path.of(System.getProperty("java.io.tmpdir"))) : folder, e);
    }
  }

  private Path newFolder() throws IOException {
    if (out.isEmpty()) {
      return Files.createTempDirectory("crawl-spool");
    }
    Files.createDirectories(out.get());
    return Files.createTempDirectory(out.get(), "~spool");
  }

  /** Removes the folder and what is left in it: bodies that nobody waits for any more. Idempotent. */
  @Override
  public synchronized void close() {
    if (folder == null) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : List.copyOf(left.toList())) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
      folder = null;
    } catch (IOException e) {
      throw Body.cannot("remove", folder, e);
    }
  }
}
