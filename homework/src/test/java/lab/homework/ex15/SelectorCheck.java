package lab.homework.ex15;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lab.homework.ex15.LoopFetcher.Reply;
import lab.homework.ex15.SelectorCheckServer.Answers;
import lab.homework.ex15.SelectorCheckServer.Exchange;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/**
 * Exercise 15. The server answers nobody before all requests are there, and the selector tells it when the loop sleeps: only then
 * it sends the next piece.
 */
public final class SelectorCheck implements Exercise<LoopFetcher> {
  private static final int MANY = 50;
  private static final int FEW = 5;
  // All of the head and some of the body.
  private static final int LONG_PIECE = 90;
  private static final int SHORT_PIECE = 7;
  private static final String PLAIN = "<p>A page that is long enough to come in several pieces: ";
  private static final String ACCENTS = "<p>Ünïcödé, 3 €: ";

  private static final String ANSWERS = "a page comes with its status and its body";
  static final String OVERLAP = "50 requests are in flight at the same time";
  static final String ONE_THREAD = "the thread that calls does it all";
  static final String IDLE = "while there is nothing to do the loop sleeps in select";
  static final String PIECES = "replies that come in pieces are put together";

  @Override
  public Card card() {
    return new Card(15, "Your own selector loop", List.of(28, 33, 34), "crawler-async/README.md",
        "homework/src/main/java/lab/homework/ex15/MyLoopFetcher.java");
  }

  @Override
  public Supplier<LoopFetcher> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<LoopFetcher>> rules() {
    return List.of(
        new Rule<>(ANSWERS, 4, SelectorCheck::fetchesOne),
        new Rule<>(OVERLAP, 7, SelectorCheck::overlaps),
        new Rule<>(ONE_THREAD, 4, SelectorCheck::isOneThread),
        new Rule<>(IDLE, 6, SelectorCheck::sleeps),
        new Rule<>(PIECES, 5, SelectorCheck::joinsPieces));
  }

  private static void fetchesOne(LoopFetcher fetcher) throws Exception {
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, 1, PLAIN, selector, SelectorCheckServer::sendWhole,
          "the status is the number in the first line, the body is all that follows the empty line");
    }
  }

  private static void overlaps(LoopFetcher fetcher) throws Exception {
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, MANY, PLAIN, selector, SelectorCheckServer::sendWhole,
          "replies come in any order, so what belongs to a connection must be kept with it (see SelectionKey.attach)");
    }
  }

  private static void isOneThread(LoopFetcher fetcher) throws Exception {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread me = Thread.currentThread();
    AtomicReference<List<String>> others = new AtomicReference<>(List.of());
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, FEW, PLAIN, selector, (server, exchanges) -> {
        selector.awaitSleep(0);
        others.set(threads(group, Set.of(me, server.thread())));
        server.sendWhole(exchanges);
      }, "the same as with one page");
      RuleBroken.unless(!selector.users().isEmpty(),
          "all requests were in flight, but nobody ever called select on the selector that you are given: which threads wait for "
              + "the replies, and how many of them? A selector waits for all connections at once, with one thread");
      RuleBroken.unless(selector.users().equals(Set.of(me)),
          "the selector was used by %s: the loop must run on the thread that called fetchAll", selector.users());
      RuleBroken.unless(others.get().isEmpty(), "while the replies were awaited there were threads besides the one that called "
          + "fetchAll: %s. What do they do that the loop can't?", others.get());
    }
  }

  private static List<String> threads(ThreadGroup group, Set<Thread> known) {
    Thread[] threads = new Thread[2 * group.activeCount() + 10];
    group.enumerate(threads);
    return Arrays.stream(threads)
        .filter(thread -> thread != null && !known.contains(thread))
        .map(Thread::getName)
        .toList();
  }

  private static void sleeps(LoopFetcher fetcher) throws Exception {
    AtomicBoolean slept = new AtomicBoolean();
    AtomicInteger rounds = new AtomicInteger();
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, FEW, PLAIN, selector, (server, exchanges) -> {
        int before = selector.rounds();
        slept.set(selector.awaitSleep(0));
        rounds.set(selector.rounds() - before);
        server.sendWhole(exchanges);
      }, "the same as with one page");
      RuleBroken.unless(slept.get() || rounds.get() >= SelectorCheckSelector.MANY_ROUNDS,
          "while the server was silent the loop was not in select(): where else does it wait?");
      RuleBroken.unless(slept.get(), "while the server was silent the loop went round %d times, with nothing to do, and would "
          + "have burnt the processor for ever: does it call a select that waits? And which readiness does it still ask for "
          + "that is always there?", rounds.get());
    }
  }

  private static void joinsPieces(LoopFetcher fetcher) throws Exception {
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, 1, PLAIN, selector, (server, exchanges) -> sendPieces(server, exchanges, selector, LONG_PIECE),
          "one read gives what has come so far, perhaps not all. Only when read returns -1 the reply is whole");
    }
    try (SelectorCheckSelector selector = new SelectorCheckSelector()) {
      fetch(fetcher, 3, ACCENTS, selector, (server, exchanges) -> sendPieces(server, exchanges, selector, SHORT_PIECE),
          "a piece may end anywhere, even between the bytes of one character. Keep the bytes of each connection, and make text "
              + "of them when all are there");
    }
  }

  /** Sends a piece of each reply in turn, each when the loop has taken the one before and sleeps again. */
  private static void sendPieces(
      SelectorCheckServer server, List<Exchange> exchanges, SelectorCheckSelector selector, int size)
      throws IOException, InterruptedException {
    boolean sleeps = selector.awaitSleep(0);
    int longest = exchanges.stream().mapToInt(exchange -> server.bytes(exchange.path()).length).max().orElseThrow();
    for (int from = 0; from < longest; from += size) {
      for (Exchange exchange : exchanges) {
        byte[] reply = server.bytes(exchange.path());
        if (from < reply.length) {
          int before = selector.sleeps();
          exchange.socket().getOutputStream().write(reply, from, Math.min(size, reply.length - from));
          sleeps = sleeps && selector.awaitSleep(before);
        }
      }
    }
    for (Exchange exchange : exchanges) {
      exchange.socket().shutdownOutput();
    }
  }

  /** Fetches all pages of a server, and looks whether the replies are right; if not, the hint says what to think of. */
  private static void fetch(
      LoopFetcher fetcher, int pages, String body, SelectorCheckSelector selector, Answers answers, String hint)
      throws Exception {
    try (SelectorCheckServer server = SelectorCheckServer.start(pages, body, answers)) {
      Map<URI, Reply> replies;
      try {
        replies = fetcher.fetchAll(server.urls(), selector);
      } finally {
        sayWhatIsMissing(server, pages);
      }
      for (URI url : server.urls()) {
        Reply expected = server.reply(url.getPath());
        RuleBroken.unless(Objects.equals(replies.get(url), expected),
            "the answer to %s was %s, but you returned %s: %s", url.getPath(), expected, replies.get(url), hint);
      }
    }
  }

  private static void sayWhatIsMissing(SelectorCheckServer server, int pages) {
    if (!server.problem().isEmpty()) {
      throw pages == 1
          ? new RuleBroken("no whole request came to the server (%s): it is one line 'GET /path HTTP/1.0', one 'Host: ...' and "
              + "an empty one, each with \\r\\n at its end", server.problem())
          : new RuleBroken("the server answers when %d requests are in flight, but there were only %d, %s: what does your thread "
              + "wait for before it sends the next one?", pages, server.arrived(), server.problem());
    }
  }
}
