package lab.homework.ex31;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex25.Channels;
import lab.homework.ex25.Channels.Channel;
import lab.homework.ex25.Channels.Received;

/**
 * Each thread that fetches has a channel for URLs and one for what came of them. Whoever has sent an outcome waits for a URL next: so
 * sending it one takes no time. All fields are touched by the caller's thread only.
 */
class RightChannelCrawler implements ChannelCrawler {
  private final List<Channel<String>> urls = new ArrayList<>();
  private final List<Channel<Outcome>> outcomes = new ArrayList<>();
  private final Queue<Integer> free = new ArrayDeque<>();
  private final Queue<String> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> visited = new HashSet<>();

  /** What came of a fetch. */
  sealed interface Outcome {
    /** The page is there. */
    record Fetched(Page page) implements Outcome {}

    /** It can't be had. */
    record Failed() implements Outcome {}

    /** A bug. */
    record Broken(RuntimeException bug) implements Outcome {}
  }

  @Override
  public final Set<String> crawl(String seed, Web web, int width, Channels channels, ThreadFactory threads) throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      all.add(threads.newThread(worker(web, channels.make(), channels.make())));
      free.add(i);
    }
    all.forEach(Thread::start);
    try {
      crawl(seed, channels);
      return visited;
    } catch (InterruptedException | RuntimeException e) {
      all.forEach(Thread::interrupt);
      throw e;
    } finally {
      urls.forEach(this::dismiss);
    }
  }

  private Runnable worker(Web web, Channel<String> itsUrls, Channel<Outcome> itsOutcomes) {
    urls.add(itsUrls);
    outcomes.add(itsOutcomes);
    return () -> {
      try {
        for (Optional<String> url = itsUrls.receive(); url.isPresent(); url = itsUrls.receive()) {
          itsOutcomes.send(fetch(web, url.get()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  Outcome fetch(Web web, String url) throws InterruptedException {
    try {
      return new Outcome.Fetched(web.fetch(url));
    } catch (IOException e) {
      return new Outcome.Failed();
    } catch (RuntimeException e) {
      return new Outcome.Broken(e);
    }
  }

  private void crawl(String seed, Channels channels) throws InterruptedException {
    discover(List.of(seed));
    handOut();
    while (!isOver()) {
      Received<Outcome> received = channels.select(outcomes);
      free.add(received.index());
      read(received.value().orElseThrow());
      handOut();
    }
  }

  boolean isOver() {
    return waiting.isEmpty() && free.size() == urls.size();
  }

  void handOut() throws InterruptedException {
    while (!waiting.isEmpty() && !free.isEmpty()) {
      urls.get(free.remove()).send(waiting.remove());
    }
  }

  private void read(Outcome outcome) {
    switch (outcome) {
      case Outcome.Fetched(Page page) -> {
        visited.add(page.url());
        discover(page.links());
      }
      case Outcome.Failed() -> { }
      case Outcome.Broken(RuntimeException bug) -> throw new IllegalStateException("a fetch failed unexpectedly", bug);
    }
  }

  private void discover(List<String> links) {
    links.stream().filter(this::isNew).forEach(waiting::add);
  }

  /** It is known as soon as it is found. */
  boolean isNew(String url) {
    return seen.add(url);
  }

  void dismiss(Channel<String> itsUrls) {
    itsUrls.close();
  }

  final List<Channel<String>> urls() {
    return urls;
  }

  final Queue<Integer> free() {
    return free;
  }

  final Queue<String> waiting() {
    return waiting;
  }

  final Set<String> visited() {
    return visited;
  }
}
