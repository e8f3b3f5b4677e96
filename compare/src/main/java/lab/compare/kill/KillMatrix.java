package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lab.crawl.Folders;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/** Ends crawls in every way and at every moment, has the same command go on, and looks whether anything shows in the end. */
final class KillMatrix implements AutoCloseable {
  /** A crawl that is killed ever so often goes on too little each time to come to an end soon. */
  private static final int MOST_KILLS_OF_A_CRAWL = 6;

  private static final String LATENCY = "lognormal:2ms:1";
  private static final SiteOptions USUAL = SiteOptions.of("synthetic:150").withLatency(LATENCY);

  /** Its manifest doesn't fit into a pipe. */
  private static final SiteOptions LARGE = SiteOptions.of("synthetic:300").withLatency(LATENCY);

  private static final SiteOptions DRIPPING = SiteOptions.of("synthetic:30").withLatency("drip:200B:5ms");

  private final Path folder;
  private final RandomGenerator random;
  private final Map<SiteOptions, PracticeSite> sites = new HashMap<>();
  private final Map<List<Object>, InOneGo> inOneGo = new HashMap<>();
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
  record Cell(int kills, int crawls, int againInFlight, List<String> problems) {}

  /** A crawl that nobody ended, and how long it took. */
  private record InOneGo(DoomedCrawl crawl, Duration elapsed) {}

  private static SiteOptions site(Kill kill) {
    return switch (kill) {
      case IN_A_BODY -> DRIPPING;
      case MANIFEST_HALF_WRITTEN -> LARGE;
      case AT_RANDOM, WORKER, WORKERS_TOO, TERMINATED, BEFORE_A_REQUEST, BODY_SAVED, RECORD_HALF_WRITTEN, RECORD_WRITTEN, DISK_FULL -> USUAL;
    };
  }

  /**
   * Ends crawls of one design in these ways, one after the other and as many of them in one crawl as may be.
   *
   * @param kills the last says which site is crawled
   */
  Cell cell(String variant, List<Kill> kills) {
    PracticeSite site = sites.computeIfAbsent(site(kills.getLast()), PracticeSite::start);
    InOneGo whole = inOneGo.computeIfAbsent(List.of(variant, site), _ -> inOneGo(variant, site));
    Deque<Kill> left = new ArrayDeque<>(kills);
    List<String> problems = new ArrayList<>();
    int killedCrawls = 0;
    int again = 0;
    while (!left.isEmpty() && problems.isEmpty()) {
      DoomedCrawl crawl = newCrawl(variant, site);
      Witness witness = new Witness(crawl);
      killAndFinish(crawl, witness, left, whole.elapsed);
      killedCrawls++;
      again += witness.againInFlight();
      witness.compareWith(whole.crawl);
      problems.addAll(witness.problems());
      if (witness.problems().isEmpty()) {
        remove(crawl.folder());
      }
    }
    return new Cell(kills.size() - left.size(), killedCrawls, again, problems);
  }

  private InOneGo inOneGo(String variant, PracticeSite site) {
    DoomedCrawl crawl = newCrawl(variant, site);
    long begin = System.nanoTime();
    crawl.finish();
    return new InOneGo(crawl, Duration.ofNanos(System.nanoTime() - begin));
  }

  private DoomedCrawl newCrawl(String variant, PracticeSite site) {
    crawls++;
    return new DoomedCrawl(variant, site, folder.resolve("crawl" + crawls));
  }

  /** Ends the sites. */
  @Override
  public void close() {
    sites.values().forEach(PracticeSite::close);
  }

  private void killAndFinish(DoomedCrawl crawl, Witness witness, Deque<Kill> left, Duration usual) {
    for (int run = 0; run < MOST_KILLS_OF_A_CRAWL && !left.isEmpty() && !crawl.isComplete(); run++) {
      Kill kill = left.getFirst();
      boolean wasKilled = crawl.runAndKill(kill, usual, random);
      if (wasKilled) {
        left.removeFirst();
      }
      witness.lookAtRun(wasKilled && kill == Kill.WORKER ? 1 : 0);
    }
    crawl.finish();
    witness.lookAtRun(0);
  }

  private static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
