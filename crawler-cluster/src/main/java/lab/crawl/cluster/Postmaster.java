package lab.crawl.cluster;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that runs on data, as its own file {@code postmaster.pid} tells: it may have outlived whoever started it.
 *
 * @param process the server
 * @param port where it listens
 * @param data the folder with its data
 */
record Postmaster(ProcessHandle process, int port, Path data) {
  private static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int LONGEST_END_SECONDS = 20;

  /** What a server was started with: its program, and then each option in quotes. */
  private static final String OPTIONS = "postmaster.opts";

  /** The server of a store's folder; empty if none runs. */
  static Optional<Postmaster> of(StoreFolder folder) {
    return folder.data().flatMap(Postmaster::on);
  }

  /** The server on that data; empty if there is none. What is left of a server that was killed is not one. */
  static Optional<Postmaster> on(Path data) {
    List<String> lines = lines(data.resolve(FILE));
    if (lines.size() <= PORT_LINE || !Path.of(lines.get(1).strip()).equals(data)) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(PORT_LINE).strip());
    // Nobody else's process that has the number by now.
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .map(process -> new Postmaster(process, port, data));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /** How to get in: everybody on this machine may. */
  StoreAddress address() {
    return new StoreAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
  }

  /** Whether a server ran on that data by programs that are still there: then one can be started again. */
  static boolean hasPrograms(Path data) {
    return program(data).filter(Files::exists).isPresent();
  }

  private static Optional<Path> program(Path data) {
    return lines(data.resolve(OPTIONS)).stream().findFirst().map(line -> {
      Path server = Path.of(line.substring(0, line.indexOf(" \"")));
      return server.resolveSibling(server.getFileName().toString().replace("postgres", "pg_ctl"));
    });
  }

  /**
   * Starts a server again that has ended, with the same settings.
   *
   * @return what runs now; empty if it couldn't start: its sessions may not all have noticed yet that it has ended
   */
  static Optional<Postmaster> startAgain(Path data, int port) throws IOException, InterruptedException {
    String line = lines(data.resolve(OPTIONS)).getFirst();
    String options = line.substring(line.indexOf(" \"")).replaceFirst("\"-p\" \"\\d+\"", "\"-p\" \"" + port + "\"");
    control(data, "start", "-o", options);
    return on(data);
  }

  private static void control(Path data, String... what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // It refuses to run as root; so it does when it is started the first time.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(program(data).orElseThrow().toString(), "-D", data.toString(), "-w", "-s"));
    command.addAll(List.of(what));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
        .start().waitFor();
  }

  /** What starting it again came to. */
  static Path log(Path data) {
    return data.resolve("restarts.log");
  }

  /** Ends it, whoever is connected, waits until it has ended, and no longer than is decent. */
  void end() throws IOException, InterruptedException {
    if (hasPrograms(data)) {
      control(data, "stop", "-m", "fast");
    }
    process.destroy();
    CompletableFuture<ProcessHandle> ended = process.onExit();
    ended.completeOnTimeout(process, LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
