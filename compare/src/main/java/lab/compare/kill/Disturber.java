package lab.compare.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/** Disturbs crawls in other ways than by kills; each takes half a minute. */
final class Disturber {
  private static final SiteOptions LONG = SiteOptions.of("flat:900").withLatency("100ms");
  private static final SiteOptions GROWING = SiteOptions.of("synthetic:300").withLatency("20ms");

  /** Twice this and half a minute is how long a member that does nothing may have a page. */
  private static final String[] SHORT_TIMEOUT = {"--timeout", "1s"};

  private static final Duration PAST_ITS_DEADLINE = Duration.ofSeconds(36);
  private static final Duration PAST_ITS_TRANSACTION = Duration.ofSeconds(10);
  private static final Duration AWAY = Duration.ofSeconds(20);
  private static final Duration FULL = Duration.ofSeconds(5);

  private final TroubleMatrix matrix;
  private final Path folder;

  /**
   * A disturber.
   *
   * @param folder for databases of their own
   */
  Disturber(TroubleMatrix matrix, Path folder) {
    this.matrix = matrix;
    this.folder = folder;
  }

  /** What came of one crawl; empty if this may not be done here, which a line on the standard error says. */
  Optional<TroubleMatrix.Cell> disturb(Disturbance disturbance) {
    return switch (disturbance) {
      case FROZEN -> Optional.of(freeze(Moment.CLAIMED, PAST_ITS_DEADLINE));
      case FROZEN_IN_A_TRANSACTION -> Optional.of(freeze(Moment.CLAIM_UNCOMMITTED, PAST_ITS_TRANSACTION));
      case DATABASE_AWAY -> Optional.of(stopDatabase());
      case DISK_FULL -> fillDisk();
      case TWO_AT_ONCE -> Optional.of(beginTwice());
    };
  }

  private TroubleMatrix.Cell freeze(Moment moment, Duration time) {
    PracticeSite site = matrix.site(LONG);
    ClusterCrawl crawl = matrix.newCrawl(site, matrix.store(), SHORT_TIMEOUT);
    long member = meet(crawl, moment, told -> signal("-STOP", told.member())).member();
    LockSupport.parkNanos(time.toNanos());
    signal("-CONT", member);
    crawl.awaitEnd();
    return matrix.verdict(crawl, site, 1);
  }

  private Rendezvous.Told meet(ClusterCrawl crawl, Moment moment, Consumer<Rendezvous.Told> action) {
    CompletableFuture<Rendezvous.Told> met = matrix.rendezvous().at(moment, 5, false, action);
    crawl.run();
    return met.join();
  }

  private static void signal(String signal, long process) {
    Programs.run("kill", signal, "" + process);
  }

  private TroubleMatrix.Cell stopDatabase() {
    PracticeSite site = matrix.site(GROWING);
    Programs programs = Programs.of(matrix);
    Path data = folder.resolve("away");
    try (Programs.Server server = programs.newServer(data)) {
      ClusterCrawl crawl = matrix.newCrawl(site, server.url());
      meet(crawl, Moment.CLAIMED, _ -> { });
      server.stop();
      LockSupport.parkNanos(AWAY.toNanos());
      server.start();
      crawl.awaitEnd();
      return matrix.verdict(crawl, site, 0);
    }
  }

  private Optional<TroubleMatrix.Cell> fillDisk() {
    Path disk = folder.resolve("disk");
    try {
      Files.createDirectories(disk);
      if (Programs.run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()) != 0) {
        System.err.println("left out: without the right to mount there is no disk that is small enough to be filled");
        return Optional.empty();
      }
      try {
        return Optional.of(fill(disk));
      } finally {
        Programs.run("umount", disk.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill " + disk + ": " + e, e);
    }
  }

  private TroubleMatrix.Cell fill(Path disk) throws IOException {
    PracticeSite site = matrix.site(GROWING);
    ClusterCrawl crawl = matrix.newCrawl(site, disk.resolve("store").toString());
    meet(crawl, Moment.CLAIMED, _ -> { });
    Path filler = disk.resolve("filler");
    fillWith(filler);
    LockSupport.parkNanos(FULL.toNanos());
    Files.delete(filler);
    crawl.awaitEnd();
    return matrix.verdict(crawl, site, 0);
  }

  private static void fillWith(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  private TroubleMatrix.Cell beginTwice() {
    PracticeSite site = matrix.site(GROWING);
    ClusterCrawl first = matrix.newCrawl(site, folder.resolve("two").toString());
    ClusterCrawl second = first.again("manifest2.tsv");
    first.run();
    second.run();
    first.awaitEnd();
    second.awaitEnd();
    TroubleMatrix.Cell cell = matrix.verdict(first, site, 0);
    TroubleMatrix.Cell other = matrix.verdict(second, site, 0);
    return cell.problems().isEmpty() ? other : cell;
  }
}
