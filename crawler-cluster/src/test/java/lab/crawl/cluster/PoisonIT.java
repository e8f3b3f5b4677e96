package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A page that kills whoever visits it fails; those that the same members had at the time don't. */
class PoisonIT {
  private static final int WIDTH = 3;
  private static final HttpUrl POISON = HttpUrl.get("http://127.0.0.1:9/2");

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void onlyThePageThatKillsFails() throws Exception {
    List<HttpUrl> pages = IntStream.range(0, 3 * WIDTH).mapToObj(i -> HttpUrl.get("http://127.0.0.1:9/" + i)).toList();
    try (Crawls crawls = new Crawls(store); Connection connection = store.connect()) {
      StoredCrawl crawl = crawls.open("poison", CrawlPlan.of(pages).build(), false, List.of());
      boolean over = false;
      while (!over) {
        over = live(crawl, connection);
      }

      assertThat(crawls.visitsAfter(crawl, 0)).hasSize(pages.size()).extracting(Crawls.News::visit)
          .filteredOn(visit -> visit instanceof Visit.Failed(HttpUrl _, FailureKind kind, int _, String _) && kind == FailureKind.WORKER_DIED)
          .extracting(Visit::url).containsExactly(POISON);
    }
  }

  /** The life of a member; gives whether it has lived to see the end of the crawl. */
  private boolean live(StoredCrawl crawl, Connection connection) throws InterruptedException, SQLException {
    try (Book book = new Book(new Session(store), crawl.id(), crawl.plan(), WIDTH, Duration.ofDays(1))) {
      int member = book.join();
      Book.Turn turn = book.turn(List.of(), WIDTH, 0);
      while (!turn.over()) {
        if (turn.claims().stream().anyMatch(claim -> claim.url().equals(POISON.toString()))) {
          die(new Sql(connection), crawl, member);
          return false;
        }
        turn = book.turn(turn.claims().stream().map(PoisonIT::done).toList(), WIDTH, 0);
      }
      return true;
    }
  }

  private static void die(Sql sql, StoredCrawl crawl, int member) throws SQLException {
    sql.connection().setAutoCommit(false);
    Ledger ledger = Ledger.lock(sql, crawl.id());
    Members.bury(sql, ledger, Set.of(member));
    ledger.save();
    sql.connection().commit();
  }

  private static Claim.Done done(Claim claim) {
    return new Claim.Done(
        claim, new Visited(new Visit.Failed(HttpUrl.get(claim.url()), FailureKind.HTTP_STATUS, 404, ""), List.of()), "");
  }
}
