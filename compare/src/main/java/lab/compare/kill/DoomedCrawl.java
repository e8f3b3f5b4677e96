package lab.compare.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import lab.crawl.state.StateFolder;
import lab.fixtures.PracticeSite;

/**
 * One crawl that keeps its state and may be ended again and again: each run is a process of its own by the same command.
 *
 * @param variant the design's name
 * @param site in this JVM, so that it outlives every run
 * @param folder empty at first; the crawl's state, files and manifest get there
 */
record DoomedCrawl(String variant, PracticeSite site, Path folder) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How large a file may grow on a disk that is full, in kilobytes. */
  private static final int ROOM_KILOBYTES = 8;

  private static final List<String> LITTLE_ROOM = List.of("/bin/bash", "-c", "ulimit -f " + ROOM_KILOBYTES + "; exec \"$@\"", "crawl");

  /** Where the crawl keeps its state. */
  Path state() {
    return folder.resolve("state");
  }

  Path manifest() {
    return folder.resolve("manifest.tsv");
  }

  Path out() {
    return folder.resolve("out");
  }

  private List<String> command(List<String> options, String... more) {
    List<String> jvm = new ArrayList<>(options);
    jvm.addAll(List.of("-D" + DoomedMain.VARIANT + "=" + variant, "-D" + DoomedMain.JOURNAL + "=" + state().resolve("journal")));
    List<String> arguments = new ArrayList<>(List.of(
        site.url().toString(), "--no-robots", "--concurrency", "4", "--quiet",
        "--state", state().toString(), "--out", out().toString(), "--manifest", manifest().toString()));
    arguments.addAll(List.of(more));
    return ShortLivedJvm.command(jvm, DoomedMain.class.getName(), arguments);
  }

  /** Runs it to its end; some of the site's links are dead, so that it ends with failures. */
  void finish(String... more) {
    Process process = start(command(List.of(), more));
    await(process);
    if (process.exitValue() > 1 || !isComplete()) {
      throw new IllegalStateException("the crawl did not come to its end; what it said is in " + log());
    }
  }

  /**
   * Runs it until it is killed, or comes to its end before.
   *
   * @param usual how long a whole crawl takes
   * @return whether it was killed
   */
  boolean runAndKill(Kill kill, Duration usual, RandomGenerator random) {
    return switch (kill) {
      case AT_RANDOM, WORKER, WORKERS_TOO, TERMINATED -> killAt(random.nextLong(usual.toNanos()), kill, random);
      case BEFORE_A_REQUEST, BODY_SAVED, RECORD_HALF_WRITTEN, RECORD_WRITTEN -> killFromWithin(kill, 1 + random.nextInt(5));
      case IN_A_BODY -> killInABody(1 + random.nextInt(5));
      case MANIFEST_HALF_WRITTEN -> killInTheManifest();
      case DISK_FULL -> fillTheDisk();
    };
  }

  private boolean killAt(long nanos, Kill kill, RandomGenerator random) {
    Process process = start(command(List.of()));
    try {
      if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      killAll(process);
      throw new IllegalStateException("interrupted", e);
    }
    List<ProcessHandle> workers = process.descendants().toList();
    switch (kill) {
      case WORKER -> {
        if (!workers.isEmpty()) {
          workers.get(random.nextInt(workers.size())).destroyForcibly();
        }
      }
      case WORKERS_TOO -> killAll(process);
      case TERMINATED -> process.destroy();
      default -> process.destroyForcibly();
    }
    await(process);
    workers.forEach(DoomedCrawl::await);
    return kill != Kill.WORKER || !workers.isEmpty();
  }

  private static void killAll(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private boolean killFromWithin(Kill kill, int time) {
    Process process = start(command(List.of("-D" + DoomedMain.KILL + "=" + kill.name(), "-D" + DoomedMain.TIME + "=" + time)));
    await(process);
    return process.exitValue() > 1;
  }

  /** The site's bodies drip: as soon as it has heard a request, its body is on the way. */
  private boolean killInABody(int request) {
    int before = site.counts().requests();
    Process process = start(command(List.of()));
    while (process.isAlive() && site.counts().requests() < before + request) {
      LockSupport.parkNanos(1_000_000);
    }
    boolean killed = process.isAlive();
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    await(process);
    workers.forEach(DoomedCrawl::await);
    return killed;
  }

  /** The manifest's file is a pipe that nobody empties: the crawl can't get on until it is killed. */
  private boolean killInTheManifest() {
    Path part = manifest().resolveSibling(manifest().getFileName() + ".part");
    makePipe(part);
    Process process = start(command(List.of()));
    try (InputStream pipe = Files.newInputStream(part)) {
      pipe.readNBytes(10);
      process.destroyForcibly();
      await(process);
      pipe.readAllBytes();
      Files.delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the pipe " + part, e);
    }
    return true;
  }

  private static void makePipe(Path pipe) {
    try {
      Files.createDirectories(pipe.getParent());
      await(new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the pipe " + pipe + ": " + e.getMessage(), e);
    }
  }

  private boolean fillTheDisk() {
    List<String> command = new ArrayList<>(LITTLE_ROOM);
    command.addAll(command(List.of()));
    Process process = start(command);
    await(process);
    return !isComplete();
  }

  /** Whether there is nothing left to do. */
  boolean isComplete() {
    return Files.exists(state().resolve("plan.json")) && StateFolder.status(state()).isComplete();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Process start(List<String> command) {
    try {
      Files.createDirectories(folder);
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  private static void await(Process process) {
    await(process.onExit(), process.toHandle());
  }

  private static void await(ProcessHandle process) {
    await(process.onExit(), process);
  }

  private static void await(Future<?> end, ProcessHandle process) {
    try {
      end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("process " + process.pid() + " did not end within " + PATIENCE.toMinutes() + " minutes", e);
    }
  }
}
