package lab.homework.ex21;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Wrong: it waits for the fetchers first, which wait for room, for ever if the last stage has failed. */
final class WaitsInOrderPipeline extends RightPipeline {

  @Override
  void runAll(List<Callable<Void>> threads) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      List<Future<Void>> running = new ArrayList<>();
      threads.forEach(thread -> running.add(pool.submit(thread)));
      for (Future<Void> thread : running) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a stage failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
