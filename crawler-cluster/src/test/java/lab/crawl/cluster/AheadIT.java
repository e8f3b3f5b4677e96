package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lab.crawl.CrawlPlan;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A member keeps pages ahead, so that none of its threads waits for a commit, but takes none from threads of others that have nothing to do. */
class AheadIT {
  private static final int WIDTH = 2;

  private final StoreAddress store = TestStore.newDatabase();

  @Test
  void noneAreTakenFromAMemberThatIsOnlyStarting() throws InterruptedException {
    List<HttpUrl> pages = pages(2 * WIDTH);
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("starting", CrawlPlan.of(pages).concurrency(2 * WIDTH).build(), false, List.of());
      try (Book first = book(crawl)) {
        assertThat(first.turn(List.of(), WIDTH, 1).claims()).hasSize(WIDTH);
      }
    }
  }

  @Test
  void pagesAreTakenAheadOnlyWhileThereAreEnoughForAll() throws InterruptedException {
    List<HttpUrl> pages = pages(3 * WIDTH + 1);
    try (Crawls crawls = new Crawls(store)) {
      StoredCrawl crawl = crawls.open("ahead", CrawlPlan.of(pages).concurrency(2 * WIDTH).build(), false, List.of());
      try (Book first = book(crawl); Book second = book(crawl)) {
        assertThat(first.turn(List.of(), WIDTH, 1).claims()).as("when so many are left that both could be busy").hasSize(WIDTH + 1);
        assertThat(second.turn(List.of(), WIDTH, 1).claims()).as("when there is one for each thread").hasSize(WIDTH);
        assertThat(first.turn(List.of(), -1, 1).claims()).as("when all threads are busy and one page waits for them").isEmpty();
      }
    }
  }

  private static List<HttpUrl> pages(int count) {
    return IntStream.range(0, count).mapToObj(i -> HttpUrl.get("http://127.0.0.1:9/" + i)).toList();
  }

  private Book book(StoredCrawl crawl) throws InterruptedException {
    Book book = new Book(new Session(store), crawl.id(), crawl.plan(), WIDTH, Duration.ofDays(1));
    book.join();
    return book;
  }
}
