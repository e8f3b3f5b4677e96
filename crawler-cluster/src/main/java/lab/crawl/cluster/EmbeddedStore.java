package lab.crawl.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A PostgreSQL of one's own, where none is installed. It starts beside whatever else starts. The library is meant for tests: what it takes
 * less seriously than a crawl may is set here.
 *
 * <p>A server outlives a process that is killed. One that is found on the folder is adopted, and what is left of a run that had a folder for
 * itself alone is ended by the next run.
 */
final class EmbeddedStore implements Store {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  /** The process's number is next in the name of a folder for one run alone. */
  private static final String TEMPORARY = "crawler-store-";

  private final Path folder;
  private final boolean isTemporary;
  private final FutureTask<Server> server;
  private boolean closed;

  /**
   * What runs.
   *
   * @param started empty if it was adopted
   */
  private record Server(Optional<EmbeddedPostgres> started, int port) {
    StoreAddress address() {
      return Postmaster.address(port);
    }
  }

  private EmbeddedStore(Path folder, boolean isTemporary, boolean durable) {
    this.folder = folder;
    this.isTemporary = isTemporary;
    this.server = new FutureTask<>(() -> start(folder, durable ? "on" : "off"));
    Thread.ofPlatform().daemon().name("crawler-store").start(server);
  }

  /** Begins to start one that keeps its data in a folder, and goes on with what is there. */
  static EmbeddedStore in(Path folder) {
    return new EmbeddedStore(folder, false, true);
  }

  /**
   * Begins to start one whose data is gone when this is closed.
   *
   * @param durable whether what was committed survives the machine's crash; tests that crash nothing needn't wait for the disk
   */
  static EmbeddedStore temporary(boolean durable) {
    try {
      removeLeftOvers();
      Path folder = Files.createTempDirectory(TEMPORARY + ProcessHandle.current().pid() + "-");
      return new EmbeddedStore(folder, true, durable);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the embedded PostgreSQL: " + e, e);
    }
  }

  private static Server start(Path folder, String durable) throws IOException {
    Files.createDirectories(folder);
    Optional<Postmaster> running = Postmaster.on(folder);
    if (running.isPresent()) {
      return new Server(Optional.empty(), running.get().port());
    }
    EmbeddedPostgres started = EmbeddedPostgres.builder()
        .setDataDirectory(folder.toRealPath())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setPGStartupWait(LONGEST_START)
        .start();
    return new Server(Optional.of(started), started.getPort());
  }

  @Override
  public StoreAddress address() throws InterruptedException {
    try {
      return server.get().address();
    } catch (ExecutionException e) {
      throw new UncheckedIOException("cannot start the embedded PostgreSQL in " + folder + ": " + e.getCause(), new IOException(e));
    }
  }

  /** Whoever leaves last stops the server. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    try {
      stop(server.get());
    } catch (ExecutionException e) {
      // It never ran, and whoever wanted it has been told.
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stop(Server running) {
    try {
      if (isAnybodyElseThere(running.address())) {
        return;
      }
      if (running.started().isPresent()) {
        running.started().get().close();
      } else {
        Postmaster.on(folder).ifPresent(Postmaster::end);
      }
      if (isTemporary) {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the embedded PostgreSQL in " + folder + ": " + e, e);
    }
  }

  private static boolean isAnybodyElseThere(StoreAddress address) {
    String others = "SELECT FROM pg_stat_activity WHERE application_name = ? AND pid <> pg_backend_pid()";
    try (var connection = address.connect()) {
      return new Sql(connection).first(row -> "", others, StoreAddress.APPLICATION).isPresent();
    } catch (SQLException e) {
      // Nobody can be there if it can't be reached.
      return false;
    }
  }

  /** Ends what is left of runs that were killed. */
  private static void removeLeftOvers() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY + "*")) {
      for (Path folder : folders) {
        long owner = Long.parseLong(folder.getFileName().toString().split("-")[2]);
        if (ProcessHandle.of(owner).isEmpty()) {
          Postmaster.on(folder).ifPresent(Postmaster::end);
          remove(folder);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
