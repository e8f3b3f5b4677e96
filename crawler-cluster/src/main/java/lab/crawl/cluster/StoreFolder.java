package lab.crawl.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import lab.crawl.Folders;

/**
 * The folder of an embedded PostgreSQL: the server's data in a folder of its own, and a file that names it as soon as a server has run on it.
 * So data that somebody was killed in the middle of making is not taken for a database: others are made beside it.
 *
 * @param path the folder; it need not be there yet
 */
record StoreFolder(Path path) {
  private static final String DATA = "data-";

  /** Within a JVM a file's lock keeps nobody out. */
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  /** What only one at a time may do. */
  @FunctionalInterface
  interface Alone<T> {
    T call() throws IOException, InterruptedException;
  }

  /** Does something while no other process starts a server here. */
  <T> T alone(Alone<T> task) throws IOException, InterruptedException {
    Files.createDirectories(path);
    IN_THIS_JVM.lock();
    try (FileChannel file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Whoever is killed has given it back.
      file.lock();
      return task.call();
    } finally {
      IN_THIS_JVM.unlock();
    }
  }

  /** Where the data is; empty if no server ever ran on it. */
  Optional<Path> data() {
    try {
      return Optional.of(path.resolve(Files.readString(named()).strip()).toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + named() + ": " + e, e);
    }
  }

  private Path named() {
    return path.resolve("data");
  }

  /** A folder for new data, which isn't there yet. */
  Path newData() throws IOException {
    return path.toRealPath().resolve(DATA + System.currentTimeMillis());
  }

  /** A server has run on this data. */
  void isMade(Path data) throws IOException {
    Path part = path.resolve("data.part");
    Files.writeString(part, data.getFileName() + "\n");
    Files.move(part, named(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** All data here, finished or not. */
  List<Path> allData() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path.toRealPath())) {
      return files.filter(file -> file.getFileName().toString().startsWith(DATA)).toList();
    }
  }

  /** Removes it with all that is in it. A server that ends removes files, too. */
  void remove() throws IOException {
    Folders.remove(path);
  }
}
