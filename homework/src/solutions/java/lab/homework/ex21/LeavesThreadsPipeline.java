package lab.homework.ex21;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Wrong: it tells of the failure, and leaves the other threads where they are. */
final class LeavesThreadsPipeline extends RightPipeline {

  @Override
  void runAll(List<Callable<Void>> threads) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(pool);
    threads.forEach(running::submit);
    try {
      for (int i = 0; i < threads.size(); i++) {
        running.take().get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a stage failed", e.getCause());
    }
    pool.shutdown();
  }
}
