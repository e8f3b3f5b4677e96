package lab.contract;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a crawl on a thread of its own, so that one which never ends fails its rule instead of hanging the build. All of the
 * crawl's threads are children of that thread's group, by which they are told from the server's and from JUnit's.
 */
final class HangGuard {
  private final ThreadGroup group = new ThreadGroup("crawler under test");
  private final Duration patience;

  HangGuard(Duration patience) {
    this.patience = patience;
  }

  ThreadGroup group() {
    return group;
  }

  Duration patience() {
    return patience;
  }

  /** Does something and waits for it. */
  <T> T call(String what, Callable<T> task) {
    return start(what, task).result();
  }

  /** Begins something. */
  <T> Running<T> start(String what, Callable<T> task) {
    return new Running<>(what, new FutureTask<>(task));
  }

  /** Something that was begun. */
  final class Running<T> {
    private final String what;
    private final FutureTask<T> task;
    private final Thread thread;

    private Running(String what, FutureTask<T> task) {
      this.what = what;
      this.task = task;
      this.thread = new Thread(group, task, what);
      thread.setDaemon(true);
      thread.start();
    }

    void interrupt() {
      thread.interrupt();
    }

    boolean isDone() {
      return task.isDone();
    }

    /** Waits until it is done, and gives or throws what it gave or threw. */
    T result() {
      try {
        return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        String threads = Threads.stacks(group);
        thread.interrupt();
        throw new AssertionError(
            what + " has not ended after " + patience.toSeconds() + " s. Where its threads are now:\n" + threads);
      } catch (InterruptedException e) {
        throw new AssertionError("the test itself was interrupted while it waited for " + what, e);
      } catch (ExecutionException e) {
        throw HangGuard.<RuntimeException>asIs(e.getCause());
      }
    }
  }

  /** Lets any exception through, whatever the compiler thinks of it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // it is the compiler that is to be deceived
  private static <E extends Throwable> E asIs(Throwable e) throws E {
    throw (E) e;
  }
}
