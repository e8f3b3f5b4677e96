package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills what a crawl is made of, at random moments, and lets the site bear witness: each URL is recorded once, and asked for at most once more
 * than there were kills. {@code -Dlab.kills=100} kills as often as that.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TroubleIT {
  private static final int KILLS = Integer.getInteger("lab.kills", 3);

  /** What is killed. */
  enum Victim { ONE_MEMBER, ALL_MEMBERS, A_SESSION }

  @ParameterizedTest
  @EnumSource(Victim.class)
  void whateverIsKilledEachUrlIsRecordedOnce(Victim victim, @TempDir Path folder) throws Exception {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:150").withLatency("100ms"))) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(4).build();
      try (ClusterCrawler crawler = crawler(plan, folder)) {
        FutureTask<CrawlResult> crawl = new FutureTask<>(() -> crawler.crawl(CrawlListener.NONE));
        Thread.ofPlatform().start(crawl);
        int kills = killUntilDone(victim, folder, site, crawl);
        CrawlResult result = crawl.get();

        System.out.println(victim + ": killed " + kills + " times, " + site.counts().requests() + " requests for 151 pages");
        assertThat(kills).as("kills").isPositive();
        assertThat(result.complete()).isTrue();
        assertThat(result.count(Visit.Saved.class)).isEqualTo(151);
        assertThat(site.counts().requestsPerUrl().values()).allSatisfy(
            requests -> assertThat(requests).isBetween(1, 1 + kills));
      }
    }
  }

  private static ClusterCrawler crawler(CrawlPlan plan, Path folder) {
    return new ClusterCrawler(plan, "trouble", EmbeddedStore.in(folder),
        store -> new ProcessTeam(store, ClusterOptions.widths(2, plan.concurrency())));
  }

  /** The next kill comes when the crawl has got on since the last one. */
  private static int killUntilDone(Victim victim, Path folder, PracticeSite site, FutureTask<CrawlResult> crawl) {
    Random moments = new Random(victim.ordinal());
    int kills = 0;
    while (kills < KILLS) {
      int next = site.counts().requests() + 5 + moments.nextInt(20);
      Awaitility.await().atMost(5, TimeUnit.MINUTES).until(() -> crawl.isDone() || site.counts().requests() >= next);
      if (crawl.isDone()) {
        return kills;
      }
      victims(victim, folder).forEach(TroubleIT::kill);
      kills++;
    }
    return kills;
  }

  private static List<ProcessHandle> victims(Victim victim, Path folder) {
    Stream<ProcessHandle> server = Postmaster.on(folder).stream().map(Postmaster::process);
    Stream<ProcessHandle> members = ProcessHandle.current().children()
        .filter(child -> child.info().command().orElse("").endsWith("java"));
    return switch (victim) {
      case ONE_MEMBER -> members.limit(1).toList();
      case ALL_MEMBERS -> members.toList();
      case A_SESSION -> server.flatMap(ProcessHandle::children)
          .filter(session -> session.info().commandLine().orElse("").contains("127.0.0.1")).limit(1).toList();
    };
  }

  private static void kill(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-9", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
