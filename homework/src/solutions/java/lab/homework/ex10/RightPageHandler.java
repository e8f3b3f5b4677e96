package lab.homework.ex10;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.homework.Page;

/** Helpers process; what came of it becomes a step of the loop. */
class RightPageHandler implements PageHandler {
  private static final int HELPERS = 2;

  private final ExecutorService helpers =
      Executors.newFixedThreadPool(HELPERS, Thread.ofPlatform().name("helper ", 1).daemon().factory());

  @Override
  public void handle(Page page, Stage stage, EventLoop loop, Results results) {
    offload(() -> {
      try {
        long checksum = stage.process(page);
        giveBack(loop, () -> results.done(page.url(), checksum));
      } catch (Exception e) {
        fail(loop, () -> results.failed(page.url(), e));
      }
    });
  }

  /** Has something done elsewhere. */
  void offload(Runnable work) {
    helpers.execute(work);
  }

  /** Brings a result back to the loop. */
  void giveBack(EventLoop loop, Runnable step) {
    loop.run(step);
  }

  /** The stage threw something. */
  void fail(EventLoop loop, Runnable step) {
    giveBack(loop, step);
  }

  final ExecutorService helpers() {
    return helpers;
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
