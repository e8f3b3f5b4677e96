package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.crawl.cli.ExitCode;
import lab.fixtures.PracticeSite;

/** A crawl by members that share a database: the command, which may be given again and again, and the processes below it. */
final class ClusterCrawl {
  static final int MEMBERS = 2;
  static final int CONCURRENCY = 4;

  /** How many pages all members have at most: each keeps half as many ahead as it is wide. */
  static final int MOST_OUT = CONCURRENCY + CONCURRENCY / 2;

  private static final int LONGEST_MINUTES = 5;

  private final PracticeSite site;
  private final String store;
  private final Path folder;
  private final Rendezvous rendezvous;
  private final String manifest;
  private final List<String> more;
  private Optional<Process> process = Optional.empty();

  /**
   * A crawl that is not begun.
   *
   * @param site in this JVM, so that it outlives everything
   * @param store as the command takes it
   * @param folder empty; files and manifest get there
   * @param more options of the crawl
   */
  ClusterCrawl(PracticeSite site, String store, Path folder, Rendezvous rendezvous, String... more) {
    this(site, store, folder, rendezvous, "manifest.tsv", List.of(more));
  }

  private ClusterCrawl(PracticeSite site, String store, Path folder, Rendezvous rendezvous, String manifest, List<String> more) {
    this.site = site;
    this.store = store;
    this.folder = folder;
    this.rendezvous = rendezvous;
    this.manifest = manifest;
    this.more = more;
  }

  /** The same crawl, by a second command. */
  ClusterCrawl again(String itsManifest) {
    return new ClusterCrawl(site, store, folder, rendezvous, itsManifest, more);
  }

  Path folder() {
    return folder;
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Path manifest() {
    return folder.resolve(manifest);
  }

  /** What it has written, when it is over. */
  Written written() {
    return Written.by(manifest(), folder.resolve("out"));
  }

  /** Whether the command has come to its end. (Some of the site's links are dead, so that it ends with failures.) */
  boolean isOver() {
    return process.filter(it -> !it.isAlive() && it.exitValue() <= ExitCode.FAILURES).isPresent() && Files.exists(manifest());
  }

  /** Gives the command, unless it runs. */
  Process run() {
    if (process.isEmpty() || !process.get().isAlive()) {
      process = Optional.of(start());
    }
    return process.get();
  }

  private Process start() {
    List<String> arguments = new ArrayList<>(List.of(
        site.url().toString(), "--no-robots", "--quiet", "--members", "" + MEMBERS, "--concurrency", "" + CONCURRENCY,
        "--store", store, "--crawl", folder.getFileName().toString(),
        "--out", folder.resolve("out").toString(), "--manifest", manifest().toString()));
    arguments.addAll(more);
    List<String> command = ShortLivedJvm.command(List.of(), "lab.crawl.cluster.ClusterMain", arguments);
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().put("JAVA_TOOL_OPTIONS",
          "-XX:TieredStopAtLevel=1 -Djdbc.drivers=" + DoomedDriver.class.getName() + " -D" + Rendezvous.PORT + "=" + rendezvous.port());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the crawl: " + e.getMessage(), e);
    }
  }

  /** Waits for the end of the command. */
  void awaitEnd() {
    Process running = run();
    try {
      if (!running.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        kill(Stream.concat(members(), Stream.of(running.toHandle())));
        throw new IllegalStateException("the crawl hung; what it said is in " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (!isOver()) {
      throw new IllegalStateException("the crawl did not come to its end (" + running.exitValue() + "); what it said is in " + log());
    }
  }

  /** The processes that visit. */
  Stream<ProcessHandle> members() {
    return process.stream().flatMap(Process::descendants).filter(child -> child.info().command().orElse("").endsWith("java"));
  }

  /**
   * Kills what is meant.
   *
   * @return whether there was anything to kill
   */
  boolean kill(Victim victim, Rendezvous.Told told) {
    Optional<ProcessHandle> backend = ProcessHandle.of(told.backend());
    Optional<ProcessHandle> postmaster = backend.flatMap(ProcessHandle::parent).filter(it -> it.info().command().orElse("").contains("postgres"));
    Stream<ProcessHandle> server = postmaster.stream().flatMap(it -> Stream.concat(Stream.of(it), it.descendants()));
    Stream<ProcessHandle> parent = process.map(Process::toHandle).stream();
    return switch (victim) {
      case MEMBER -> kill(members().filter(it -> it.pid() == told.member()));
      case MEMBERS -> kill(members());
      case SESSION -> postmaster.isPresent() && backend.get().destroy();
      case BACKEND -> postmaster.isPresent() && kill(backend.stream());
      case POSTMASTER -> kill(postmaster.stream());
      case PARENT -> kill(parent);
      case EVERYTHING -> kill(Stream.of(parent, members(), server).flatMap(it -> it));
    };
  }

  private static boolean kill(Stream<ProcessHandle> processes) {
    // All are found before the first is killed: others may end with it.
    List<ProcessHandle> found = processes.filter(ProcessHandle::isAlive).toList();
    found.forEach(ProcessHandle::destroyForcibly);
    return !found.isEmpty();
  }
}
