package lab.crawl.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A PostgreSQL of one's own, where none is installed. It starts beside whatever else starts. The library is meant for tests: what it takes
 * less seriously than a crawl may is set here.
 */
final class EmbeddedStore implements Store {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final FutureTask<EmbeddedPostgres> server;

  private EmbeddedStore(FutureTask<EmbeddedPostgres> server) {
    this.server = server;
  }

  /** Begins to start one that keeps its data in a folder, which it makes. */
  static EmbeddedStore in(Path folder) {
    return in(folder, true);
  }

  /**
   * The same.
   *
   * @param durable whether what was committed survives the machine's crash; tests that crash nothing needn't wait for the disk
   */
  static EmbeddedStore in(Path folder, boolean durable) {
    FutureTask<EmbeddedPostgres> server = new FutureTask<>(() -> start(folder, durable ? "on" : "off"));
    Thread.ofPlatform().daemon().name("crawler-store").start(server);
    return new EmbeddedStore(server);
  }

  private static EmbeddedPostgres start(Path folder, String durable) throws IOException {
    Files.createDirectories(folder);
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setPGStartupWait(LONGEST_START)
        .start();
  }

  @Override
  public StoreAddress address() throws InterruptedException {
    try {
      return new StoreAddress(server.get().getJdbcUrl("postgres", "postgres").replace("localhost", "127.0.0.1"));
    } catch (ExecutionException e) {
      throw new UncheckedIOException("cannot start the embedded PostgreSQL: " + e.getCause(), new IOException(e));
    }
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      server.get().close();
    } catch (ExecutionException e) {
      // It never ran, and whoever wanted it has been told.
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the embedded PostgreSQL: " + e, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
