package lab.crawl.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Members within this process, a thread each with its threads: they start at once, and die with it. */
final class ThreadTeam implements Team {
  private final StoreAddress store;
  private final List<Integer> widths;
  private final Duration longestWork;
  private final List<Thread> members = new ArrayList<>();
  private volatile Throwable bug;

  /** As many members as there are widths. */
  ThreadTeam(StoreAddress store, List<Integer> widths, Duration longestWork) {
    this.store = store;
    this.widths = widths;
    this.longestWork = longestWork;
  }

  @Override
  public void begin(StoredCrawl crawl) {
    awaitEnd();
    for (int width : widths) {
      Thread thread = Thread.ofPlatform().name("crawler-member-" + members.size()).unstarted(() -> crawl(crawl, width));
      members.add(thread);
      thread.start();
    }
  }

  private void crawl(StoredCrawl crawl, int width) {
    try (Session session = new Session(store)) {
      new Member(session, crawl, width, longestWork).crawl();
    } catch (InterruptedException e) {
      // It was stopped.
    } catch (Throwable e) {
      bug = e;
    }
  }

  @Override
  public void lookAfter(Crawls crawls) {
    if (bug != null) {
      throw new IllegalStateException("a member ended", bug);
    }
  }

  @Override
  public void stop() {
    members.forEach(Thread::interrupt);
    awaitEnd();
  }

  /** They end in a moment, and an interrupted thread, too, must not leave before. */
  private void awaitEnd() {
    boolean interrupted = Thread.interrupted();
    for (Thread member : members) {
      while (member.isAlive()) {
        try {
          member.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    members.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
