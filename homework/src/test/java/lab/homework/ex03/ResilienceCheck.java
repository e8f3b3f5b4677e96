package lab.homework.ex03;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.ex03.ResilientFetcher.Report;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;
import lab.homework.grade.Starter;

/** Exercise 3. Among good pages are one that is missing, one that always breaks, and, in another site, one that shows a bug. */
public final class ResilienceCheck implements Exercise<ResilientFetcher> {
  private static final int WIDTH = 3;
  private static final int ALWAYS = 1000;
  private static final List<String> GOOD = List.of("/good/1", "/good/2", "/good/3", "/good/4");
  private static final List<String> URLS =
      List.of("/good/1", "/missing", "/good/2", "/broken", "/good/3", "/good/4");
  private static final Map<String, String> REASONS =
      Map.of("/missing", "404 Not Found: /missing", "/broken", "the connection broke: /broken");
  private static final String BUGGY = "/bug";

  static final String PAGES = "the good pages are there, whatever becomes of the others";
  static final String NAMED = "each page that failed is named, with the reason";
  private static final String OVERLAP = "as many pages are in flight as the width allows";
  static final String BUG = "a bug comes out, and is not taken for a failed page";
  static final String INTERRUPT = "an interrupt ends it at once";

  @Override
  public Card card() {
    return new Card(3, "Survive a failed page", List.of(), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex03/MyResilientFetcher.java");
  }

  @Override
  public Supplier<ResilientFetcher> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<ResilientFetcher>> rules() {
    return List.of(
        new Rule<>(PAGES, 2, ResilienceCheck::hasTheGoodPages),
        new Rule<>(NAMED, 3, ResilienceCheck::namesTheFailedPages),
        new Rule<>(OVERLAP, 2, ResilienceCheck::overlaps),
        new Rule<>(BUG, 3, ResilienceCheck::letsABugOut),
        new Rule<>(INTERRUPT, 2, ResilienceCheck::endsWhenInterrupted));
  }

  private static void hasTheGoodPages(ResilientFetcher fetcher) throws Exception {
    List<String> got = fetch(fetcher, site()).pages().stream().filter(Objects::nonNull).map(Page::url).sorted().toList();
    RuleBroken.unless(got.equals(GOOD),
        "the pages %s can be had, each once, but you report the pages %s: what does a failed page do to those after it?",
        GOOD, got);
  }

  private static void namesTheFailedPages(ResilientFetcher fetcher) throws Exception {
    Map<String, String> named = new TreeMap<>();
    fetch(fetcher, site()).failures().stream()
        .filter(Objects::nonNull)
        .forEach(failure -> named.put(String.valueOf(failure.url()), failure.reason()));
    RuleBroken.unless(named.keySet().equals(REASONS.keySet()),
        "the pages that failed are %s, but you report %s: whoever reads the report must be able to tell what is missing",
        new TreeSet<>(REASONS.keySet()), named.keySet());
    REASONS.forEach((url, reason) -> RuleBroken.unless(reason.equals(named.get(url)),
        "as the reason for %s you report '%s', but fetch said '%s': an ExecutionException is only the wrapping, "
            + "and what happened is its getCause()",
        url, named.get(url), reason));
  }

  private static void overlaps(ResilientFetcher fetcher) throws Exception {
    ScriptedWeb web = site().answersTogether("/good/", WIDTH);
    try {
      fetch(fetcher, web);
    } finally {
      RuleBroken.unless(web.hasMet(),
          "%d pages could be in flight at a time, but there were never more than %d: "
              + "ask for all of them before you wait for the first",
          WIDTH, web.peak());
    }
  }

  /** What the solution makes of an IOException is told in the words of this exercise; any other exception is its own affair. */
  private static Report fetch(ResilientFetcher fetcher, ScriptedWeb web) throws Exception {
    try {
      Report report = fetcher.fetchAll(URLS, web, WIDTH);
      RuleBroken.unless(report != null && report.pages() != null && report.failures() != null,
          "fetchAll returned %s: where it has nothing to report, it must return empty lists", report);
      return report;
    } catch (RuntimeException e) {
      RuleBroken.unless(causes(e).noneMatch(IOException.class::isInstance),
          "one page couldn't be had, and fetchAll gave up and threw %s: Future.get throws for each page that failed. Catch that "
              + "for each page by itself, inside the loop",
          e);
      throw e;
    }
  }

  private static void letsABugOut(ResilientFetcher fetcher) throws Exception {
    RuntimeException bug = new IllegalArgumentException("this is a bug and no failed page");
    Web web = url -> {
      if (url.equals(BUGGY)) {
        throw bug;
      }
      return new Page(url, List.of());
    };
    Report report;
    try {
      report = fetcher.fetchAll(List.of("/good/1", BUGGY, "/good/2"), web, WIDTH);
    } catch (RuntimeException e) {
      RuleBroken.unless(causes(e).anyMatch(cause -> cause == bug),
          "fetch threw an IllegalArgumentException, a bug, and you threw %s, but without it: give it to the new exception as its "
              + "cause, or nobody will find the line that has the bug",
          e);
      return;
    }
    throw new RuleBroken(
        "fetch threw an IllegalArgumentException, a bug, and you returned %s: only an IOException says that a page can't be had. "
            + "Catch nothing wider than that, and let all else out",
        report);
  }

  private static void endsWhenInterrupted(ResilientFetcher fetcher) throws Exception {
    CountDownLatch inFlight = new CountDownLatch(WIDTH);
    CountDownLatch interrupted = new CountDownLatch(WIDTH);
    CountDownLatch answers = new CountDownLatch(1);
    Web web = url -> {
      inFlight.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return new Page(url, List.of());
    };
    FutureTask<Report> call = new FutureTask<>(() -> fetcher.fetchAll(GOOD, web, WIDTH));
    Thread caller = new Thread(call, "the caller of fetchAll");
    caller.setDaemon(true);
    caller.start();
    try {
      Patience.until(() -> inFlight.getCount() == 0 || call.isDone(),
          "%d pages could be in flight at a time, but fewer are: ask for all of them before you wait for the first", WIDTH);
      mustNotHaveEnded(call);
      caller.interrupt();
      mustEndByTheInterrupt(call);
      Patience.await(interrupted,
          "fetchAll ended by an interrupt, but its threads still wait for replies: shut the pool down now, in a finally block");
    } finally {
      answers.countDown();
    }
  }

  private static void mustNotHaveEnded(FutureTask<Report> call) throws Exception {
    if (call.isDone()) {
      throw new RuleBroken("no reply has come yet, but fetchAll returned %s: does it wait for the pages?", call.get());
    }
  }

  private static void mustEndByTheInterrupt(FutureTask<Report> call) throws Exception {
    try {
      Report report = call.get(Patience.SECONDS, TimeUnit.SECONDS);
      throw new RuleBroken(
          "fetchAll was interrupted, but returned %s as if nothing were: let the InterruptedException out", report);
    } catch (TimeoutException e) {
      throw new RuleBroken("fetchAll was interrupted while it waited for replies, and still waits: "
          + "let the InterruptedException out instead of catching it, and shut the pool down now, in a finally block");
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof InterruptedException)) {
        throw e;
      }
    }
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }

  private static ScriptedWeb site() {
    ScriptedWeb web = new ScriptedWeb().page("/broken").failing("/broken", ALWAYS);
    GOOD.forEach(web::page);
    return web;
  }
}
