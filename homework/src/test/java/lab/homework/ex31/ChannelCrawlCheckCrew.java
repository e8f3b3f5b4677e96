package lab.homework.ex31;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.Web;
import lab.homework.ex25.Channels;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** The threads of one crawl, and its channels. */
final class ChannelCrawlCheckCrew implements ThreadFactory {
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ChannelCrawlCheckTraffic traffic;
  private volatile Thread quick;

  ChannelCrawlCheckCrew(Supplier<Channels> channels) {
    traffic = new ChannelCrawlCheckTraffic(channels);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "fetcher " + (threads.size() + 1));
    thread.setDaemon(true);
    // What gets out of it is noticed by what is missing.
    thread.setUncaughtExceptionHandler((_, _) -> { });
    threads.add(thread);
    return thread;
  }

  /**
   * Crawls from / on a thread of its own.
   *
   * @param ifStuck what has happened if nothing can happen any more
   */
  Set<String> crawl(ChannelCrawler crawler, Web web, int width, String ifStuck) throws Exception {
    FutureTask<Set<String>> crawl = new FutureTask<>(() -> crawler.crawl("/", web, width, traffic, this));
    Thread caller = new Thread(crawl, "the caller");
    caller.setDaemon(true);
    caller.start();
    Supplier<List<Thread>> all = () -> Stream.concat(Stream.of(caller), threads.stream()).toList();
    Patience.until(() -> crawl.isDone() || traffic.hasStranger(all) || caller.isAlive() && traffic.isStuck(all),
        "%s, though not all of its threads wait at channels", ifStuck);
    RuleBroken.unless(!traffic.hasStranger(all), "a thread uses a channel that is neither the caller's nor made by the factory: "
        + "there is no need for more, if you know who is free");
    RuleBroken.unless(crawl.isDone(), "%s: %s. Whoever sends waits until somebody receives, and whoever receives until somebody sends: so "
        + "before you do either, be sure that the other side will come", ifStuck, traffic.words());
    try {
      return crawl.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  void sayIfOneIsLeft(String when) {
    Patience.until(() -> threads.stream().noneMatch(Thread::isAlive) || traffic.isStuck(() -> threads),
        "%s, but some of its threads are still there, and don't wait at channels", when);
    RuleBroken.unless(threads.stream().noneMatch(Thread::isAlive),
        "%s, but %s, for ever: who tells these threads that nothing will come any more? close() does", when, traffic.words());
  }

  List<Thread> threads() {
    return threads;
  }

  ChannelCrawlCheckTraffic traffic() {
    return traffic;
  }

  /** The one that fetches the page which is there at once. */
  void isQuick(Thread thread) {
    quick = thread;
  }

  /** Whether that one has sent what it found, and has nothing to do any more. */
  boolean isQuickOneIdle() {
    return quick != null && traffic.isIdle(quick);
  }
}
