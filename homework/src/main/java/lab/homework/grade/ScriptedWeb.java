package lab.homework.grade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import lab.crawl.cli.Counted;
import lab.homework.Page;
import lab.homework.Web;

/**
 * A website in memory that counts who asks for what, and answers when it is told to: the witness of the checks.
 *
 * <p>Safe for use by many threads: all of its state is guarded by its monitor, on which those wait who are not answered yet.
 */
public final class ScriptedWeb implements Web {
  /** Many times as long as a thread needs to begin that is about to. */
  private static final int TEMPTING_MILLIS = 400;

  private final Map<String, List<String>> links = new HashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Request> waiting = new ArrayList<>();
  private final List<String> answered = new ArrayList<>();
  private String gated = "";
  private int together = 1;
  private String tempting = "";
  private int temptedTo;
  private Random shuffle;
  private Request chosen;
  private boolean met;
  private boolean gaveUp;
  private String giveUp = "";
  private int requests;
  private int peak;

  /** One that waits for its answer; two for the same URL are two. */
  private static final class Request {
    private final String url;

    Request(String url) {
      this.url = url;
    }
  }

  /** Adds a page. */
  public synchronized ScriptedWeb page(String url, String... linked) {
    links.put(url, List.of(linked));
    return this;
  }

  /** Lets the first requests for a URL fail, as if the connection had broken. */
  public synchronized ScriptedWeb failing(String url, int times) {
    failures.put(url, times);
    return this;
  }

  /**
   * Answers no URL that begins so until so many of those are in flight at a time; then all, at the same moment. If that never
   * happens, all of them fail, and {@link #hasMet} is false.
   */
  public synchronized ScriptedWeb answersTogether(String urlsThatBegin, int inFlight) {
    gated = urlsThatBegin;
    together = inFlight;
    return this;
  }

  /**
   * Answers whenever so many requests are in flight (at the end, all that are left): one of them, whichever the seed decides.
   * If they never are, all fail, and {@link #hasMet} is false. For sites each page of which is asked for once.
   */
  public synchronized ScriptedWeb answersShuffled(int inFlight, long seed) {
    together = inFlight;
    shuffle = new Random(seed);
    return this;
  }

  /**
   * Holds the first answers to URLs that begin so until that many requests are in flight, which is one too many, or for a moment: a
   * solution that asks for too much has then done it. A right one goes on after that moment, and isn't held again.
   */
  public synchronized ScriptedWeb tempts(String urlsThatBegin, int tooMany) {
    tempting = urlsThatBegin;
    temptedTo = tooMany;
    return this;
  }

  @Override
  public synchronized Page fetch(String url) throws IOException, InterruptedException {
    Request request = new Request(url);
    requests++;
    int count = counts.merge(url, 1, Integer::sum);
    waiting.add(request);
    peak = Math.max(peak, waiting.size());
    met |= waiting.stream().filter(other -> other.url.startsWith(gated)).count() >= Math.min(together, links.size());
    notifyAll();
    try {
      awaitAnswer(request);
      tempt(url);
    } finally {
      waiting.remove(request);
      chosen = chosen == request ? null : chosen;
      answered.add(url);
      notifyAll();
    }
    if (count <= failures.getOrDefault(url, 0)) {
      throw new IOException("the connection broke: " + url);
    }
    if (!links.containsKey(url)) {
      throw new IOException("404 Not Found: " + url);
    }
    return new Page(url, links.get(url));
  }

  private void awaitAnswer(Request request) throws InterruptedException, IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
    while (!isAnswered(request) && !gaveUp) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left > 0) {
        wait(left);
      } else {
        gaveUp = true;
        giveUp = "the site gave up: with %s left there were only %s in flight at a time, where %d can be".formatted(
            Counted.of(links.size() - answered.size(), "page"), Counted.of(waiting.size(), "request"), together);
        notifyAll();
      }
    }
    if (gaveUp) {
      throw new IOException(giveUp);
    }
  }

  private void tempt(String url) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TEMPTING_MILLIS);
    while (peak < temptedTo && url.startsWith(tempting)) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        temptedTo = 0;
      } else {
        wait(left);
      }
    }
  }

  private boolean isAnswered(Request request) {
    if (shuffle == null) {
      return met || !request.url.startsWith(gated);
    }
    if (chosen == null && waiting.size() >= Math.min(together, links.size() - answered.size())) {
      chosen = waiting.get(shuffle.nextInt(waiting.size()));
      notifyAll();
    }
    return chosen == request;
  }

  /** Whether as many requests were in flight at a time as the site was told to wait for. */
  public synchronized boolean hasMet() {
    return !gaveUp && met;
  }

  /** How often each URL was asked for, sorted by URL. */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** How often that one was. */
  public synchronized int count(String url) {
    return counts.getOrDefault(url, 0);
  }

  /** The URLs in the order in which their requests were answered, or failed. */
  public synchronized List<String> answered() {
    return List.copyOf(answered);
  }

  /** How many requests came in all. */
  public synchronized int requests() {
    return requests;
  }

  /** The most requests that were in flight at a time. */
  public synchronized int peak() {
    return peak;
  }

  /** How many are in flight just now. */
  public synchronized int inFlight() {
    return waiting.size();
  }
}
