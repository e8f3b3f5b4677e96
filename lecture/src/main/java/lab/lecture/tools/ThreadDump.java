package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import lab.lecture.faults.Fault;

/** What the JVM says of a crawl that hangs: a deadlock that it knows of, or where the threads wait. */
final class ThreadDump implements Asked {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int FRAMES = 4;
  private static final long LOOK_AGAIN_MILLIS = 200;

  private final PlainRuns runs;

  ThreadDump(PlainRuns runs) {
    this.runs = runs;
  }

  @Override
  public Find about(Fault fault) throws Exception {
    return fault == Fault.BLOCKED_LOOP ? duringACrawl(fault) : whenARunHangs(fault);
  }

  /** Without a run that hangs there is nothing to look at. */
  private Find whenARunHangs(Fault fault) throws Exception {
    AtomicBoolean hung = new AtomicBoolean();
    Find find = runs.run(fault, run -> {
      hung.set(true);
      return look(fault, PlainRuns.after(run));
    });
    return hung.get() ? find : Find.notAsked(find.hasFound()
        ? say("tools.no-hang", find.told())
        : say("tools.none-hung", find.after()));
  }

  private static Find look(Fault fault, String after) {
    System.out.println(words(Arrays.stream(THREADS.dumpAllThreads(true, true))));
    long[] deadlocked = THREADS.findDeadlockedThreads();
    if (deadlocked != null) {
      return Find.found(after, say("tools.deadlock", words(Arrays.stream(THREADS.getThreadInfo(deadlocked, true, true)))));
    }
    List<ThreadInfo> waiting = waitingIn(fault);
    return waiting.isEmpty() ? Find.notFound(after) : Find.found(after, say("tools.wait-there", waiting.size(), words(waiting.stream().limit(1))));
  }

  private static List<ThreadInfo> waitingIn(Fault fault) {
    return Arrays.stream(THREADS.dumpAllThreads(true, true))
        .filter(thread -> Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(fault.suspect())))
        .toList();
  }

  private static String words(Stream<ThreadInfo> threads) {
    return threads.map(ThreadDump::words).collect(Collectors.joining("\n"));
  }

  private static String words(ThreadInfo thread) {
    String lock = thread.getLockName() == null ? "" : " on " + thread.getLockName()
        + (thread.getLockOwnerName() == null ? "" : " held by " + thread.getLockOwnerName());
    // The JDK's own frames say how it waits; ours say where.
    String where = Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("lab."))
        .limit(FRAMES)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .collect(Collectors.joining(" < "));
    return thread.getThreadName() + " " + thread.getThreadState() + lock + (where.isEmpty() ? "" : " at " + where);
  }

  /** A loop that is blocked doesn't hang for ever. But it can be seen in the middle of a crawl. */
  private static Find duringACrawl(Fault fault) throws Exception {
    try (PracticeSite site = PracticeSite.start(SiteOptions.of("flat:8").withLatency("1s").withPort(0))) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).concurrency(4).checksumRounds(0).build();
      Crawler crawler = fault.newCrawler(plan);
      Thread crawl = Thread.ofPlatform().daemon().name("crawl").start(() -> crawler.crawl(CrawlListener.NONE));
      boolean seenBefore = false;
      while (crawl.isAlive()) {
        List<ThreadInfo> waiting = waitingIn(fault);
        if (seenBefore && !waiting.isEmpty()) {
          return Find.found(say("tools.looks", 2), say("tools.loop-waits", words(waiting.stream())));
        }
        seenBefore = !waiting.isEmpty();
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
      return Find.notFound(say("tools.one-crawl"));
    }
  }
}
