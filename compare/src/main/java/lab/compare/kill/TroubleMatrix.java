package lab.compare.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import lab.crawl.cli.Counted;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/** Kills what a crawl by members that share a database is made of, at every moment, and looks whether anything shows in the end. */
final class TroubleMatrix implements AutoCloseable {
  /** A crawl that is killed ever so often would not come to an end soon. */
  static final int MOST_KILLS_OF_A_CRAWL = 5;

  static final SiteOptions USUAL = SiteOptions.of("synthetic:100").withLatency("lognormal:2ms:1");
  private static final SiteOptions DRIPPING = SiteOptions.of("synthetic:60").withLatency("drip:200B:5ms");

  /** A moment that doesn't come, because the crawl is nearly over, is not waited for. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final int MOST_TIMES = 5;

  private final Path folder;
  private final RandomGenerator random;
  private final Rendezvous rendezvous = new Rendezvous();
  private final Map<SiteOptions, PracticeSite> sites = new HashMap<>();
  private final Map<PracticeSite, InOneGo> inOneGo = new HashMap<>();
  private int crawls;

  /**
   * A matrix.
   *
   * @param folder for the store, and for what the crawls write
   * @param random decides the moments
   */
  TroubleMatrix(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  /** What is killed, and when. */
  record Blow(Victim victim, Moment moment) {}

  /**
   * What came of some crawls.
   *
   * @param kills how often something was killed
   * @param again how many requests had to be made once more
   * @param problems what must not be, in words
   */
  record Cell(int kills, int crawls, int again, List<String> problems) {}

  /**
   * What one thread has made of the site, whom nobody disturbed.
   *
   * @param requests how often it asked for each URL
   */
  private record InOneGo(Written written, Map<String, Integer> requests) {}

  /** One cell: the same blow again and again, in as many crawls as it takes. */
  Cell cell(Blow blow, int times) {
    Cell all = new Cell(0, 0, 0, List.of());
    while (all.kills < times && all.problems.isEmpty()) {
      Cell one = crawl(Collections.nCopies(Math.min(MOST_KILLS_OF_A_CRAWL, times - all.kills), blow));
      all = new Cell(all.kills + one.kills, all.crawls + one.crawls, all.again + one.again, one.problems);
    }
    return all;
  }

  /** One crawl and its blows, one after another. Some are left out if it ends before. */
  Cell crawl(List<Blow> blows) {
    PracticeSite site = site(blows.stream().anyMatch(blow -> blow.moment == Moment.IN_A_BODY) ? DRIPPING : USUAL);
    ClusterCrawl crawl = newCrawl(site, store());
    int kills = 0;
    for (Blow blow : blows) {
      kills += strike(crawl, site, blow) ? 1 : 0;
    }
    crawl.run();
    crawl.awaitEnd();
    return verdict(crawl, site, kills);
  }

  /** The store that the crawls share. */
  String store() {
    return folder.resolve("store").toString();
  }

  Rendezvous rendezvous() {
    return rendezvous;
  }

  /** The site with these options, which is there until this is closed. */
  PracticeSite site(SiteOptions options) {
    return sites.computeIfAbsent(options, PracticeSite::start);
  }

  /** A crawl that is not begun; the site forgets what was before. */
  ClusterCrawl newCrawl(PracticeSite site, String store, String... more) {
    crawls++;
    inOneGo.computeIfAbsent(site, _ -> inOneGo(site, more));
    site.reset();
    return new ClusterCrawl(site, store, folder.resolve("cluster" + crawls), rendezvous, more);
  }

  private InOneGo inOneGo(PracticeSite site, String... more) {
    DoomedCrawl sync = new DoomedCrawl("sync", site, folder.resolve("sync" + inOneGo.size()));
    site.reset();
    sync.finish(more);
    return new InOneGo(Written.by(sync), site.counts().requestsPerUrl());
  }

  /**
   * Compares with sync.
   *
   * @param kills how often something was taken from the crawl
   */
  Cell verdict(ClusterCrawl crawl, PracticeSite site, int kills) {
    InOneGo whole = inOneGo.get(site);
    List<String> problems = new ArrayList<>();
    Map<String, Integer> requests = site.counts().requestsPerUrl();
    int again = 0;
    for (Map.Entry<String, Integer> url : requests.entrySet()) {
      int more = url.getValue() - whole.requests.getOrDefault(url.getKey(), 0);
      again += more;
      if (more > kills) {
        problems.add(url.getKey() + " was asked for " + Counted.of(more, "time") + " more than there is need, with " + Counted.of(kills, "kill"));
      }
    }
    if (again > kills * ClusterCrawl.MOST_OUT) {
      problems.add(again + " requests were made again, with " + Counted.of(kills, "kill"));
    }
    if (!crawl.written().equals(whole.written)) {
      problems.add("the result of " + crawl.folder() + " is another one than that of sync");
    }
    return new Cell(kills, 1, again, problems);
  }

  /** Strikes once; false if the crawl came to its end before. */
  private boolean strike(ClusterCrawl crawl, PracticeSite site, Blow blow) {
    Process run = crawl.run();
    boolean struck = blow.moment == Moment.AT_RANDOM ? strikeAtRandom(crawl, run, site, blow) : strikeAtMoment(crawl, run, site, blow);
    if (struck && blow.victim.isTheCommand()) {
      run.onExit().join();
    }
    return struck;
  }

  private boolean strikeAtMoment(ClusterCrawl crawl, Process run, PracticeSite site, Blow blow) {
    CompletableFuture<Rendezvous.Told> struck = switch (blow.moment) {
      case IN_A_BODY -> rendezvous.at(Moment.CLAIMED, 1 + random.nextInt(MOST_TIMES), true, told -> {
        awaitRequest(site);
        crawl.kill(blow.victim, told);
      });
      case COMMITTING -> rendezvous.at(blow.moment, 1 + random.nextInt(MOST_TIMES), true, told -> {
        LockSupport.parkNanos(random.nextInt(3_000_000));
        crawl.kill(blow.victim, told);
      });
      default -> rendezvous.at(blow.moment, 1 + random.nextInt(MOST_TIMES), false, told -> crawl.kill(blow.victim, told));
    };
    try {
      while (!struck.isDone() && run.isAlive()) {
        waitFor(struck);
      }
      return struck.isDone();
    } finally {
      rendezvous.disarm();
    }
  }

  private static void waitFor(CompletableFuture<?> event) {
    try {
      event.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It is looked whether it can still come.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The site's bodies drip: as soon as it has heard a request, its body is on the way. */
  private static void awaitRequest(PracticeSite site) {
    int before = site.totals().requests();
    for (int look = 0; look < 1000 && site.totals().requests() == before; look++) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Half of the moments lie anywhere, as while a server or a member starts; the others while there is traffic. */
  private boolean strikeAtRandom(ClusterCrawl crawl, Process run, PracticeSite site, Blow blow) {
    if (random.nextBoolean()) {
      LockSupport.parkNanos(random.nextLong(4_000_000_000L));
    } else {
      int until = site.totals().requests() + 1 + random.nextInt(60);
      while (run.isAlive() && site.totals().requests() < until) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return run.isAlive() && crawl.kill(blow.victim, rendezvous.last().orElse(new Rendezvous.Told(Moment.AT_RANDOM, 0, 0)));
  }

  /** Ends the sites. */
  @Override
  public void close() {
    rendezvous.close();
    sites.values().forEach(PracticeSite::close);
  }
}
