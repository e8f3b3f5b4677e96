package lab.crawl.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that runs on a data folder, as its own file {@code postmaster.pid} tells: it may have outlived whoever started it.
 *
 * @param process the server
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {
  private static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int LONGEST_END_SECONDS = 20;

  /** The server on that folder; empty if there is none. What is left of a server that was killed is not one. */
  static Optional<Postmaster> on(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      if (lines.size() <= PORT_LINE || !Path.of(lines.get(1).strip()).equals(folder.toRealPath())) {
        return Optional.empty();
      }
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(process -> process.info().command().orElse("").contains("postgres"))
          .map(process -> new Postmaster(process, port));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(FILE) + ": " + e, e);
    }
  }

  /** How to get in: everybody on this machine may. */
  static StoreAddress address(int port) {
    return new StoreAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
  }

  StoreAddress address() {
    return address(port);
  }

  /** Ends it, waits until it has ended, and no longer than is decent. */
  void end() {
    // SIGTERM: it lets its sessions finish. Whoever started it is dead, and so are they.
    process.destroy();
    CompletableFuture<ProcessHandle> ended = process.onExit();
    ended.completeOnTimeout(process, LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
