package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/** Ends crawls in every way and at every moment, has the same command go on, and looks whether anything shows in the end. */
final class KillMatrix {
  /** A crawl that is killed ever so often goes on too little each time to come to an end soon. */
  private static final int MOST_KILLS_OF_A_CRAWL = 5;

  /** Long enough that its manifest doesn't fit into a pipe. */
  private static final SiteOptions SITE = SiteOptions.of("synthetic:500").withLatency("lognormal:2ms:1");

  private static final SiteOptions DRIPPING_SITE = SiteOptions.of("synthetic:60").withLatency("drip:200B:5ms");

  private final Path folder;
  private final RandomGenerator random;
  private int crawls;

  /**
   * A matrix.
   *
   * @param folder for what the crawls write; what is not as it must be stays there
   * @param random decides the moments
   */
  KillMatrix(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  /**
   * One cell of the matrix.
   *
   * @param kills how often a crawl was ended before its end
   * @param crawls how many crawls that were
   * @param againInFlight how many requests had to be made once more because a kill had lost them
   * @param problems what must not be, in words
   */
  record Cell(String variant, Kill kill, int kills, int crawls, int againInFlight, List<String> problems) {}

  /** Ends crawls of one design in one way until that has happened so often. */
  Cell cell(String variant, Kill kill, int kills) {
    try (PracticeSite site = PracticeSite.start(kill == Kill.IN_A_BODY ? DRIPPING_SITE : SITE)) {
      DoomedCrawl inOneGo = newCrawl(variant, site);
      long begin = System.nanoTime();
      inOneGo.finish();
      Duration usual = Duration.ofNanos(System.nanoTime() - begin);
      List<String> problems = new ArrayList<>();
      int killed = 0;
      int killedCrawls = 0;
      int again = 0;
      while (killed < kills && problems.isEmpty()) {
        DoomedCrawl crawl = newCrawl(variant, site);
        Witness witness = new Witness(crawl);
        killed += killAndFinish(crawl, witness, kill, Math.min(MOST_KILLS_OF_A_CRAWL, kills - killed), usual);
        killedCrawls++;
        again += witness.againInFlight();
        witness.compareWith(inOneGo);
        problems.addAll(witness.problems());
        if (witness.problems().isEmpty()) {
          remove(crawl.folder());
        }
      }
      return new Cell(variant, kill, killed, killedCrawls, again, problems);
    }
  }

  private DoomedCrawl newCrawl(String variant, PracticeSite site) {
    crawls++;
    return new DoomedCrawl(variant, site, folder.resolve("crawl" + crawls));
  }

  private int killAndFinish(DoomedCrawl crawl, Witness witness, Kill kill, int most, Duration usual) {
    int killed = 0;
    for (int run = 0; run < most && !crawl.isComplete(); run++) {
      boolean wasKilled = crawl.runAndKill(kill, usual, random);
      killed += wasKilled ? 1 : 0;
      witness.lookAtRun(wasKilled && kill == Kill.WORKER ? 1 : 0);
    }
    crawl.finish();
    witness.lookAtRun(0);
    return killed;
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
          Files.delete(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
          Files.delete(visited);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
