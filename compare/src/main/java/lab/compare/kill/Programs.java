package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The database's programs, for servers that nobody but this JVM looks after.
 *
 * @param folder where they are
 */
record Programs(Path folder) {

  /** Those that a crawl starts by itself: it is asked which they are. */
  static Programs of(TroubleMatrix matrix) {
    CompletableFuture<Path> found = new CompletableFuture<>();
    ClusterCrawl crawl = matrix.newCrawl(matrix.site(TroubleMatrix.USUAL), matrix.store());
    matrix.rendezvous().at(Moment.CLAIMED, 1, false, told -> found.complete(Path.of(
        ProcessHandle.of(told.backend()).orElseThrow().info().command().orElseThrow())));
    crawl.run();
    crawl.awaitEnd();
    return new Programs(found.join().getParent());
  }

  /** Runs something to its end; gives the exit code. */
  static int run(String... command) {
    return run(List.of(command));
  }

  private static int run(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void need(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(List.of(arguments));
    if (run(command) != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }

  /** Makes a database and starts it. */
  Server newServer(Path data) {
    need("initdb", "-A", "trust", "-U", "postgres", "-D", data.toString());
    try {
      Server server = new Server(this, data, freePort());
      Files.writeString(data.resolve("postgresql.auto.conf"),
          "port = %d\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n".formatted(server.port));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a database in " + data + ": " + e, e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A server that is started and stopped by hand. */
  record Server(Programs programs, Path data, int port) implements AutoCloseable {
    String url() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    void start() {
      programs.need("pg_ctl", "-D", data.toString(), "-l", data.resolve("log").toString(), "-w", "start");
    }

    void stop() {
      programs.need("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
    }

    @Override
    public void close() {
      stop();
    }
  }
}
