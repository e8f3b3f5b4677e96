package lab.homework.ex07;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lab.homework.Page;
import lab.homework.Web;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedWeb;

/**
 * Two workers, and pages that are not answered before the worker that doesn't visit them has found the queue empty: at /, where
 * it had nothing to do yet, and at /slow, after it was through with /quick.
 */
final class EndingCheckSite implements Web {
  static final int WORKERS = 2;
  private static final int MOST_LOOKS = 1000;

  private final Thread caller = Thread.currentThread();
  private final ScriptedWeb web =
      new ScriptedWeb().page("/", "/quick", "/slow").page("/quick").page("/slow", "/late").page("/late");
  final EndingCheckWorkers workers = new EndingCheckWorkers();
  private final CountDownLatch slowIsVisited = new CountDownLatch(1);
  private volatile RuleBroken seen;

  @Override
  public Page fetch(String url) throws IOException, InterruptedException {
    try {
      hold(url);
    } catch (RuleBroken e) {
      // Kept, because nobody knows what the solution would make of it; and then nothing more is held.
      seen = e;
      slowIsVisited.countDown();
    }
    return web.fetch(url);
  }

  private void hold(String url) throws InterruptedException {
    if (url.equals("/quick")) {
      slowIsVisited.await(Patience.SECONDS, TimeUnit.SECONDS);
    } else if (url.equals("/slow")) {
      slowIsVisited.countDown();
      untilTheOtherIsIdle(url, 1);
    } else if (url.equals("/")) {
      untilTheCallerWaits();
      untilTheOtherIsIdle(url, 0);
    }
  }

  /** For a moment: if it never does, that is no concern of this rule. */
  private void untilTheCallerWaits() throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS && !isIdle(caller); i++) {
      slowIsVisited.await(1, TimeUnit.MILLISECONDS);
    }
  }

  private void untilTheOtherIsIdle(String url, int quickVisits) {
    if (seen != null) {
      return;
    }
    Patience.until(() -> web.count("/quick") >= quickVisits && workers.all.size() == WORKERS
            && workers.others().stream().allMatch(EndingCheckSite::isIdle),
        "%s was being visited and nothing else was to do, but the other of the %d workers neither waits nor has it ended: each "
        + "is to be started at the beginning, and to wait on the empty queue without asking again and again", url, WORKERS);
    RuleBroken.unless(workers.others().stream().noneMatch(EndingCheckSite::sleeps),
        "the queue was empty, and a worker sleeps to look again later, over and over: however short it sleeps, it is late or it burns the "
        + "processor. Let it wait until somebody tells it that there is something new (wait and notifyAll, or a BlockingQueue)");
    RuleBroken.unless(workers.others().stream().allMatch(Thread::isAlive),
        "the queue was empty and a worker went, though %s was still being visited, whose links are then left to fewer workers, "
        + "or to none: the end is when no page is queued *and* none is being visited, so count those as well", url);
  }

  private static boolean sleeps(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals("java.lang.Thread") && frame.getMethodName().startsWith("sleep"));
  }

  private static boolean isIdle(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, BLOCKED -> false;
    };
  }

  void sayWhatWasSeen() {
    if (seen != null) {
      throw seen;
    }
  }
}
