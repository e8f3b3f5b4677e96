package lab.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lab.crawl.CrawlListener;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/** Writes down what it is told, and what is wrong with it. Safe even for a crawler that calls it from two threads. */
final class RecordingListener implements CrawlListener {
  private enum State { BEGUN, VISITED }

  /** How long a call waits for a second one: long enough that it comes meanwhile, if it may come at all. */
  private static final int PATIENCE_MILLIS = 5;

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final CountDownLatch overlapped = new CountDownLatch(1);
  private final Map<HttpUrl, State> states = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int lastKnown;

  @Override
  public void begun(HttpUrl url) {
    oneCall(() -> move(url, null, State.BEGUN));
  }

  @Override
  public void visited(Visit visit, int visited, int known) {
    oneCall(() -> {
      move(visit.url(), State.BEGUN, State.VISITED);
      visits.add(visit);
      counts.add(visited);
      lastKnown = known;
    });
  }

  private void oneCall(Runnable what) {
    if (inside.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
      overlapped.countDown();
    }
    linger();
    synchronized (this) {
      what.run();
    }
    inside.decrementAndGet();
  }

  private void linger() {
    try {
      boolean _ = overlapped.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void move(HttpUrl url, State from, State to) {
    State was = states.put(url, to);
    if (was != from) {
      problems.add(url + " became " + to + " but was " + (was == null ? "unknown" : was));
    }
  }

  int overlaps() {
    return overlaps.get();
  }

  synchronized List<Visit> visits() {
    return List.copyOf(visits);
  }

  synchronized List<Integer> counts() {
    return List.copyOf(counts);
  }

  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  synchronized int lastKnown() {
    return lastKnown;
  }
}
