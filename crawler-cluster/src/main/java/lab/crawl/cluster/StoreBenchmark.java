package lab.crawl.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** One store of some size, and how long each step of a member took with it. */
final class StoreBenchmark implements AutoCloseable {
  /** How many pages a turn claims, or brings back. */
  static final int BATCH = 8;

  /** A page links one that is new, and so many that are known: about what a site looks like when half of it was visited. */
  private static final int KNOWN_LINKS = 9;

  private final FilledStore store;
  private final Book book;
  private final Map<Step, List<Long>> nanos = new EnumMap<>(Step.class);
  private int linked;

  /** What a member does, a transaction each. */
  enum Step { CLAIM, RECORD, GIVE_BACK }

  private StoreBenchmark(FilledStore store, Book book) {
    this.store = store;
    this.book = book;
    forget();
  }

  /** Makes a database of its own on a server, and fills it. */
  static StoreBenchmark on(StoreAddress server, int pages) throws SQLException, InterruptedException {
    FilledStore store = FilledStore.make(server, pages);
    Book book = new Book(new Session(store.address()), store.crawl().id(), store.crawl().plan(), BATCH, Duration.ofDays(1));
    book.join();
    return new StoreBenchmark(store, book);
  }

  int pages() {
    return store.pages();
  }

  /** Forgets what was measured. */
  void forget() {
    for (Step step : Step.values()) {
      nanos.put(step, new ArrayList<>());
    }
  }

  /** Each step once. */
  void round() throws InterruptedException {
    List<Claim.Done> done = new ArrayList<>();
    for (Claim claim : time(Step.CLAIM, () -> book.turn(List.of(), BATCH, 0)).claims()) {
      done.add(new Claim.Done(claim, new Visited(FilledStore.visit(HttpUrl.get(claim.url())), links(claim)), ""));
    }
    time(Step.RECORD, () -> book.turn(done, 0, 0));
    book.turn(List.of(), BATCH, 0);
    time(Step.GIVE_BACK, () -> {
      book.leave(List.of());
      return "";
    });
    book.join();
  }

  private List<String> links(Claim claim) {
    List<String> links = new ArrayList<>(List.of(claim.url() + "/new"));
    for (int link = 0; link < KNOWN_LINKS; link++) {
      // Anywhere, and none twice: what a member has sent lately it doesn't send again.
      links.add(FilledStore.url(Math.floorMod(linked++ * FilledStore.STRIDE, (long) pages()) + 1));
    }
    return links;
  }

  private interface Action<T> {
    T act() throws InterruptedException;
  }

  private <T> T time(Step step, Action<T> action) throws InterruptedException {
    long begin = System.nanoTime();
    T result = action.act();
    nanos.get(step).add(System.nanoTime() - begin);
    return result;
  }

  double medianMillis(Step step) {
    List<Long> sorted = nanos.get(step).stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / 1e6;
  }

  @Override
  public void close() {
    book.close();
  }
}
