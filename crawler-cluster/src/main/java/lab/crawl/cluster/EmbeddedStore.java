package lab.crawl.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A PostgreSQL of one's own, where none is installed. It starts beside whatever else starts. The library is meant for tests: what it takes
 * less seriously than a crawl may is set here.
 *
 * <p>A server outlives a process that is killed. One that is found on the folder is adopted, and what is left of a run that had a folder for
 * itself alone is ended by the next run. A server that is killed is started again by whoever uses the folder.
 */
final class EmbeddedStore implements Store {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);

  /** The process's number is next in the name of a folder for one run alone. */
  private static final String TEMPORARY = "crawler-store-";

  private final StoreFolder folder;
  private final boolean isTemporary;
  private final String durable;
  private final CompletableFuture<StoreAddress> address = new CompletableFuture<>();
  private final Thread keeper;
  /** Empty if the server was adopted. Set before there is an address. */
  private volatile Optional<EmbeddedPostgres> started = Optional.empty();
  private boolean closed;

  private EmbeddedStore(Path folder, boolean isTemporary, boolean durable) {
    this.folder = new StoreFolder(folder);
    this.isTemporary = isTemporary;
    this.durable = durable ? "on" : "off";
    this.keeper = Thread.ofPlatform().daemon().name("crawler-store").start(this::keep);
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

  private void keep() {
    Postmaster postmaster;
    try {
      postmaster = folder.alone(this::start);
    } catch (Throwable e) {
      address.completeExceptionally(e);
      return;
    }
    address.complete(postmaster.address());
    try {
      while (true) {
        postmaster.process().onExit().get();
        postmaster = again(postmaster);
      }
    } catch (InterruptedException | ExecutionException e) {
      // This was closed, which alone interrupts this thread. That a process has ended is never an exception.
    }
  }

  private Postmaster start() throws IOException, InterruptedException {
    Optional<Path> data = folder.data();
    if (data.isEmpty()) {
      // They were killed before anybody could know of them.
      endAll(folder);
      return startFirst(folder.newData());
    }
    Optional<Postmaster> running = Postmaster.on(data.get());
    if (running.isPresent()) {
      return running.get();
    }
    return Postmaster.hasPrograms(data.get()) ? startAgain(data.get()) : startFirst(data.get());
  }

  private Postmaster startFirst(Path data) throws IOException {
    started = Optional.of(EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        // Into a file, because nobody may be left to read a pipe.
        .setServerConfig("logging_collector", "on")
        .setPGStartupWait(LONGEST_START)
        .start());
    folder.isMade(data);
    return Postmaster.on(data).orElseThrow(() -> new IOException("it ended as soon as it had started; see " + data.resolve("log")));
  }

  private static Postmaster startAgain(Path data) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    int port = freePort();
    while (System.nanoTime() < deadline) {
      Optional<Postmaster> running = Postmaster.startAgain(data, port);
      if (running.isPresent()) {
        return running.get();
      }
      Thread.sleep(BETWEEN_STARTS);
    }
    throw new IOException("it doesn't start; see " + Postmaster.log(data) + " and " + data.resolve("log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Several processes may use the folder: whoever is first starts it, and the others find it. */
  private Postmaster again(Postmaster ended) throws InterruptedException {
    while (true) {
      Thread.sleep(BETWEEN_STARTS);
      Optional<Postmaster> running = attempt(ended);
      if (running.isPresent()) {
        return running.get();
      }
    }
  }

  private synchronized Optional<Postmaster> attempt(Postmaster ended) throws InterruptedException {
    if (closed) {
      throw new InterruptedException();
    }
    try {
      return folder.alone(() -> {
        Optional<Postmaster> running = Postmaster.on(ended.data());
        return running.isPresent() ? running : Postmaster.startAgain(ended.data(), ended.port());
      });
    } catch (IOException e) {
      System.err.println("cannot start the embedded PostgreSQL in " + folder.path() + " again yet: " + e);
      return Optional.empty();
    }
  }

  @Override
  public StoreAddress address() throws InterruptedException {
    try {
      return address.get();
    } catch (ExecutionException e) {
      throw new UncheckedIOException("cannot start the embedded PostgreSQL in " + folder.path() + ": " + e.getCause(), new IOException(e));
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
    // It may just be starting; then there is something to stop only in a while.
    address.handle((it, failed) -> it).join();
    keeper.interrupt();
    try {
      if (!address.isCompletedExceptionally()) {
        folder.alone(this::stop);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the embedded PostgreSQL in " + folder.path() + ": " + e, e);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String stop() throws IOException, InterruptedException {
    if (isAnybodyElseThere(address.join())) {
      return "";
    }
    if (started.isPresent()) {
      started.get().close();
    } else {
      endAll(folder);
    }
    if (isTemporary) {
      folder.remove();
    }
    return "";
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
      for (Path left : folders) {
        long owner = Long.parseLong(left.getFileName().toString().split("-")[2]);
        if (ProcessHandle.of(owner).isEmpty()) {
          remove(new StoreFolder(left));
        }
      }
    }
  }

  private static void endAll(StoreFolder folder) throws IOException, InterruptedException {
    for (Path data : folder.allData()) {
      Optional<Postmaster> running = Postmaster.on(data);
      if (running.isPresent()) {
        running.get().end();
      }
    }
  }

  private static void remove(StoreFolder left) throws IOException {
    try {
      endAll(left);
      left.remove();
    } catch (DirectoryNotEmptyException e) {
      // Somebody still writes there, and ends soon: the next run removes it.
    } catch (InterruptedException e) {
      // So it does if there is no time now.
      Thread.currentThread().interrupt();
    }
  }
}
