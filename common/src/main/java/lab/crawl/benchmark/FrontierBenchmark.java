package lab.crawl.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Frontier;
import lab.crawl.Journal;
import lab.crawl.Next;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.measure.PlanRecord;
import lab.crawl.state.StateFolder;
import okhttp3.HttpUrl;

/**
 * What the frontier costs by itself, without network and parsing: time and heap for each URL, for crawls of several sizes. Every page
 * links {@value #FANOUT} new ones, as long as there are any, and as many that are known: half of these the same on every page, as a
 * site's navigation is, the others anywhere.
 *
 * <p>The sizes take turns, so that what changes on the machine changes for all of them; the median of the rounds counts. Time includes
 * making the texts of the links, which a real crawl takes from its pages, and collecting garbage.
 */
public final class FrontierBenchmark {
  private static final List<Integer> SIZES = List.of(10_000, 1_000_000, 5_000_000);
  private static final int FANOUT = 8;
  private static final int ROUNDS = 3;
  /** A crawl of 10,000 pages is over before the clock has moved much: so many URLs are measured together. */
  private static final int LEAST_URLS = 1_000_000;
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private FrontierBenchmark() {}

  /** What one crawl took, and what it came to. */
  private record Cost(double nanosAUrl, double bytesAUrl, double manifestNanosAUrl, String digest) {}

  /**
   * Prints a table.
   *
   * @param args none; or {@code --state} and a folder: then the crawls keep their state there, which bounds their heap
   */
  public static void main(String[] args) {
    Optional<Path> state = args.length == 2 && args[0].equals("--state") ? Optional.of(Path.of(args[1])) : Optional.empty();
    if (args.length > 0 && state.isEmpty()) {
      System.err.println("usage: no arguments, or --state DIR");
      System.exit(2);
    }
    crawls(LEAST_URLS, 2, state);
    List<List<Cost>> costs = SIZES.stream().<List<Cost>>map(_ -> new ArrayList<>()).toList();
    int rounds = state.isPresent() ? 1 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      for (int size = 0; size < SIZES.size(); size++) {
        costs.get(size).add(crawls(SIZES.get(size), Math.max(1, LEAST_URLS / SIZES.get(size)), state));
      }
    }
    System.out.printf(Locale.ROOT, "%12s %10s %12s %22s  %s%n", "URLs", "ns a URL", "bytes a URL", "manifest, ns a URL", "site digest");
    for (int size = 0; size < SIZES.size(); size++) {
      List<Cost> ofSize = costs.get(size);
      System.out.printf(Locale.ROOT, "%,12d %10.0f %12.0f %22.0f  %.16s…%n", SIZES.get(size),
          median(ofSize.stream().mapToDouble(Cost::nanosAUrl).toArray()),
          median(ofSize.stream().mapToDouble(Cost::bytesAUrl).toArray()),
          median(ofSize.stream().mapToDouble(Cost::manifestNanosAUrl).toArray()),
          ofSize.getFirst().digest());
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Cost crawls(int pages, int times, Optional<Path> state) {
    CrawlPlan plan = CrawlPlan.of("http://127.0.0.1:18089/").build();
    long before = usedHeap();
    long begin = System.nanoTime();
    for (int crawl = 1; crawl < times; crawl++) {
      try (Crawl again = new Crawl(plan, state)) {
        visitAll(again.frontier, pages);
      }
    }
    try (Crawl last = new Crawl(plan, state)) {
      visitAll(last.frontier, pages);
      double nanos = System.nanoTime() - begin;
      long after = usedHeap();
      begin = System.nanoTime();
      CrawlResult result = last.frontier.result();
      String digest = result.manifest().siteDigest();
      double manifestNanos = System.nanoTime() - begin;
      return new Cost(nanos / pages / times, (double) (after - before) / pages, manifestNanos / pages, digest);
    }
  }

  /** A frontier, and the new state that it keeps, if it does. */
  private static final class Crawl implements AutoCloseable {
    private final Optional<StateFolder> state;
    private final Frontier frontier;

    Crawl(CrawlPlan plan, Optional<Path> folder) {
      folder.ifPresent(StateFolder::remove);
      state = folder.map(dir -> StateFolder.open(dir, PlanRecord.of(plan)));
      Optional<Journal> journal = state.map(StateFolder::journal);
      frontier = new Frontier(plan, new CrawlListener() {
        @Override
        public Journal journal() {
          return journal.orElse(Journal.NONE);
        }
      });
    }

    @Override
    public void close() {
      state.ifPresent(StateFolder::close);
    }
  }

  private static void visitAll(Frontier frontier, int pages) {
    int visited = 0;
    while (frontier.next() instanceof Next.Url(HttpUrl url)) {
      int page = visited++;
      List<String> links = new ArrayList<>(2 * FANOUT);
      for (int link = 0; link < FANOUT; link++) {
        links.add(url((long) page * FANOUT + link + 1, pages));
        links.add(url(link % 2 == 0 ? Math.min(link, page) : anyKnown(page, link), pages));
      }
      frontier.record(new Visited(new Visit.Saved(url, 200, 4_000, DIGEST, "-"), links));
    }
  }

  /** Some page that is known by now, the same in each run. */
  private static long anyKnown(int page, int link) {
    return Math.floorMod((page * 31L + link) * 0x9E3779B97F4A7C15L, page + 1L);
  }

  private static String url(long page, int pages) {
    long existing = Math.min(page, pages - 1);
    return existing == 0 ? "http://127.0.0.1:18089/" : "http://127.0.0.1:18089/part" + existing % 10 + "/page" + existing + ".html";
  }

  /** After collections until nothing changes any more: what is still referred to. */
  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    return IntStream.range(0, 3).mapToLong(_ -> {
      System.gc();
      return runtime.totalMemory() - runtime.freeMemory();
    }).min().orElseThrow();
  }
}
