package lab.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** In the heap: some 220 bytes for each URL, and 90 more for each redirect. Not thread-safe: it belongs to the {@link Frontier}. */
final class HeapStore implements VisitStore {
  private final List<KeptVisit> visits = new ArrayList<>();

  @Override
  public void add(String url, Visit outcome) {
    visits.add(KeptVisit.of(url, outcome, target -> target));
  }

  @Override
  public List<Visit> sorted() {
    return Visits.sorted(visits.stream());
  }

  @Override
  public WaitingUrls newQueue() {
    return new HeapQueue();
  }

  private static final class HeapQueue implements WaitingUrls {
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    @Override
    public void add(Waiting url) {
      waiting.add(url);
    }

    @Override
    public Optional<Waiting> poll() {
      return Optional.ofNullable(waiting.poll());
    }

    @Override
    public int size() {
      return waiting.size();
    }

    @Override
    public void close() {}
  }
}
