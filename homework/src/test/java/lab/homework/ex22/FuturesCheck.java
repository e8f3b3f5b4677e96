package lab.homework.ex22;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.ex22.AsyncLoader.AsyncWeb;
import lab.homework.ex22.AsyncLoader.Loaded;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 22. The check itself completes each future, one after the other, and looks what has come of it. No thread but for it. */
public final class FuturesCheck implements Exercise<AsyncLoader> {
  private static final String SEED = "/";
  private static final List<String> LINKS = List.of("/a", "/b", "/c");

  static final String NO_WAIT = "no thread waits for a page";
  private static final String LOADS = "the page and what it links come, in the order of the links";
  static final String TOGETHER = "all that a page links is asked for at the same time";
  static final String FAILS = "if a page fails, the whole fails at once, and the rest is cancelled";
  static final String TIME = "when time is up the whole fails at once, and the rest is cancelled";

  @Override
  public Card card() {
    return new Card(22, "Put futures together", List.of(33, 35), "crawler-async/README.md",
        "homework/src/main/java/lab/homework/ex22/MyAsyncLoader.java");
  }

  @Override
  public Supplier<AsyncLoader> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<AsyncLoader>> rules() {
    return List.of(
        new Rule<>(NO_WAIT, 3, FuturesCheck::neverWaits),
        new Rule<>(LOADS, 3, FuturesCheck::loads),
        new Rule<>(TOGETHER, 2, FuturesCheck::asksTogether),
        new Rule<>(FAILS, 4, FuturesCheck::failsAtOnce),
        new Rule<>(TIME, 3, FuturesCheck::endsInTime));
  }

  private static void neverWaits(AsyncLoader loader) throws Exception {
    HandWeb web = new HandWeb();
    FutureTask<CompletableFuture<Loaded>> call = new FutureTask<>(() -> loader.load(SEED, web, new CompletableFuture<>()));
    soon(call, "no page has come yet, and load hasn't returned: which call in it waits (join, get)? Say what is to happen when the page is "
        + "there instead: thenCompose, thenApply");
    soon(new FutureTask<>(() -> web.answer(SEED)), "the thread that brought the page is kept, though the pages that it links haven't come: "
        + "what is called when the page is there must not wait either. allOf gives a future that completes when all have");
  }

  /** Does something on another thread, which must be through although nothing else happens. */
  private static void soon(FutureTask<?> task, String tooLate) throws Exception {
    Thread thread = new Thread(task, "a thread that must not wait");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void loads(AsyncLoader loader) throws Exception {
    HandWeb web = new HandWeb();
    CompletableFuture<Loaded> result = loader.load(SEED, web, new CompletableFuture<>());
    web.answer(SEED);
    web.answerInOrder(List.of("/c", "/a", "/b"), result);
    Loaded loaded = value(result);
    List<String> linked = loaded.linked().stream().map(Page::url).toList();
    RuleBroken.unless(loaded.page().url().equals(SEED) && linked.equals(LINKS),
        "%s links %s, and the replies came in the order /c, /a, /b: the result is to have the pages in the order of the links, but has %s with %s",
        SEED, LINKS, loaded.page().url(), linked);
    HandWeb lonely = new HandWeb();
    CompletableFuture<Loaded> alone = loader.load("/a", lonely, new CompletableFuture<>());
    lonely.answer("/a");
    RuleBroken.unless(value(alone).linked().isEmpty(), "a page without links is to come with no other pages");
  }

  private static Loaded value(CompletableFuture<Loaded> result) throws Exception {
    try {
      return result.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken("all pages have come, but the result doesn't complete: who completes it?");
    }
  }

  private static void asksTogether(AsyncLoader loader) {
    HandWeb web = new HandWeb();
    loader.load(SEED, web, new CompletableFuture<>());
    RuleBroken.unless(web.asked().equals(List.of(SEED)), "%s is to be asked for first, but asked for are %s", SEED, web.asked());
    web.answer(SEED);
    Patience.until(() -> web.asked().size() > 1, "the page is there, but nothing that it links is asked for");
    RuleBroken.unless(isSoon(() -> web.asked().size() == 1 + LINKS.size()),
        "the page is there, and links %s, but none of these has come, and asked for are only %s: ask for all of them, and then say what is to "
            + "happen when all are there", LINKS, web.asked());
  }

  private static void failsAtOnce(AsyncLoader loader) {
    HandWeb first = new HandWeb();
    CompletableFuture<Loaded> early = loader.load(SEED, first, new CompletableFuture<>());
    mustFail(early, first.fail(SEED), SEED + " failed");
    HandWeb web = new HandWeb();
    CompletableFuture<Loaded> result = loader.load(SEED, web, new CompletableFuture<>());
    web.answer(SEED);
    mustFail(result, web.fail("/b"), "/b failed, and nobody needs /a and /c any more, which are under way");
    mustBeCancelled(web, "/a", "/c");
  }

  private static void mustFail(CompletableFuture<Loaded> result, Throwable failure, String what) {
    RuleBroken.unless(isSoon(result::isDone),
        "%s, but the result hasn't failed yet: allOf waits until all are through, also after a failure. Let whichever fails first complete the "
            + "result (completeExceptionally)", what);
    RuleBroken.unless(causes(result).anyMatch(failure::equals), "%s with %s, but the result is %s", what, failure, result);
  }

  private static boolean isSoon(BooleanSupplier isSo) {
    try {
      Patience.until(isSo, "never");
      return true;
    } catch (RuleBroken e) {
      return false;
    }
  }

  private static Stream<Throwable> causes(CompletableFuture<Loaded> result) {
    return result.isCompletedExceptionally()
        ? Stream.iterate(result.exceptionNow(), cause -> cause != null, Throwable::getCause)
        : Stream.empty();
  }

  private static void mustBeCancelled(HandWeb web, String... urls) {
    for (String url : urls) {
      RuleBroken.unless(isSoon(() -> web.isCancelled(url)),
          "the whole has failed, but %s is still under way, for nobody: keep the futures that fetch gave you, and cancel them. To cancel one that "
              + "was made of it (thenApply and so on) doesn't end the request", url);
    }
  }

  private static void endsInTime(AsyncLoader loader) {
    HandWeb web = new HandWeb();
    CompletableFuture<Void> timeIsUp = new CompletableFuture<>();
    CompletableFuture<Loaded> result = loader.load(SEED, web, timeIsUp);
    web.answer(SEED);
    web.answer("/a");
    timeIsUp.complete(null);
    RuleBroken.unless(isSoon(result::isDone), "time was up while /b and /c were under way, but the result hasn't failed: who listens to timeIsUp?");
    RuleBroken.unless(causes(result).anyMatch(TimeoutException.class::isInstance),
        "time was up, and the result is to fail with a TimeoutException, but is %s", result);
    mustBeCancelled(web, "/b", "/c");

    HandWeb late = new HandWeb();
    CompletableFuture<Void> atOnce = new CompletableFuture<>();
    loader.load(SEED, late, atOnce);
    atOnce.complete(null);
    mustBeCancelled(late, SEED);
    late.answer(SEED);
    RuleBroken.unless(late.asked().equals(List.of(SEED)),
        "time was up before the page was there, but then its links were asked for: %s", late.asked());
  }

  /** A site whose replies the check brings by hand. Guarded by its monitor, which nobody holds when a future is completed. */
  private static final class HandWeb implements AsyncWeb {
    private static final int LONG_MILLIS = 1000;

    private final Map<String, CompletableFuture<Page>> requests = new LinkedHashMap<>();

    @Override
    public CompletableFuture<Page> fetch(String url) {
      CompletableFuture<Page> request = new CompletableFuture<>();
      synchronized (this) {
        RuleBroken.unless(requests.put(url, request) == null, "%s was asked for twice", url);
      }
      return request;
    }

    Void answer(String url) {
      request(url).complete(new Page(url, url.equals(SEED) ? LINKS : List.of()));
      return null;
    }

    /** Brings replies in this order, if all are asked for in time; else as they are asked for, because another rule tells of that. */
    void answerInOrder(List<String> urls, CompletableFuture<Loaded> result) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
      while (!asked().containsAll(urls) && System.nanoTime() < end) {
        Thread.yield();
      }
      Patience.until(() -> {
        urls.stream().filter(asked()::contains).forEach(this::answer);
        return result.isDone();
      }, "all replies came as soon as they were asked for, but the result doesn't complete: who completes it?");
    }

    Throwable fail(String url) {
      IOException failure = new IOException("404 Not Found: " + url);
      request(url).completeExceptionally(failure);
      return failure;
    }

    private CompletableFuture<Page> request(String url) {
      Patience.until(() -> asked().contains(url), "%s is never asked for", url);
      synchronized (this) {
        return requests.get(url);
      }
    }

    synchronized List<String> asked() {
      return new ArrayList<>(requests.keySet());
    }

    synchronized boolean isCancelled(String url) {
      return requests.containsKey(url) && requests.get(url).isCancelled();
    }
  }
}
