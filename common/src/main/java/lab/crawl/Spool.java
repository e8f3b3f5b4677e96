package lab.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder for bodies that are too long for memory, until they are worked on. It lies within the output folder, so that a body gets
 * to its place by being renamed; where nothing is to be written, among the system's temporary files.
 *
 * <p>Any thread may use it. The lock is this object's monitor.
 */
public final class Spool implements AutoCloseable {
  private final Optional<Path> out;
  private @Nullable Path folder; // null until it is needed
  private int files;
  private boolean closed;

  /** Makes no folder yet. */
  public Spool(Optional<Path> out) {
    this.out = out;
  }

  /**
   * The name of a file that isn't there yet. It is no temporary file in Java's sense, because only its owner could read one of these.
   *
   * @throws UncheckedIOException with one line that names the folder, if there can be none
   * @throws IllegalStateException if this is closed: whoever goes on all the same must leave nothing behind
   */
  synchronized Path newFile() {
    if (closed) {
      throw new IllegalStateException("the fetcher is closed");
    }
    try {
      if (folder == null) {
        folder = newFolder();
      }
      return folder.resolve("body" + files++);
    } catch (IOException e) {
      throw Body.cannot("write to", parent(out), e);
    }
  }

  private Path newFolder() throws IOException {
    if (out.isPresent()) {
      Files.createDirectories(out.get());
    }
    return Files.createTempDirectory(parent(out), name(ProcessHandle.current().pid()));
  }

  private static Path parent(Optional<Path> out) {
    return out.orElse(Path.of(System.getProperty("java.io.tmpdir")));
  }

  private static String name(long pid) {
    return "~spool-" + pid + "-";
  }

  /**
   * Removes what a process has left that was killed.
   *
   * @param out as that process had it
   * @throws UncheckedIOException with one line that names the folder, if it can't be removed
   */
  public static void removeLeftBy(long pid, Optional<Path> out) {
    if (!Files.isDirectory(parent(out))) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent(out), name(pid) + "*")) {
      for (Path folder : left) {
        remove(folder);
      }
    } catch (IOException e) {
      throw Body.cannot("remove what is left in", parent(out), e);
    }
  }

  /** Removes the folder and what is left in it: bodies that nobody waits for any more. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    if (folder == null) {
      return;
    }
    try {
      remove(folder);
      folder = null;
    } catch (IOException e) {
      throw Body.cannot("remove", folder, e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
