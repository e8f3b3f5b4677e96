package lab.homework.ex21;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that take from one queue and put into the next. The last thread of a stage tells each thread of the next that nothing will
 * come any more. The caller waits for whichever thread is done next, so that a failure is known at once, whoever waits for what.
 */
class RightPipeline implements Pipeline {

  @Override
  public void run(List<String> urls, Stages stages, Shape shape) throws IOException, InterruptedException {
    Queue<String> toFetch = new ConcurrentLinkedQueue<>(urls);
    BlockingQueue<Optional<String>> toParse = queue(shape.room());
    BlockingQueue<Optional<String>> toStore = queue(shape.room());
    CountDownLatch fetchers = new CountDownLatch(shape.fetchers());
    CountDownLatch parsers = new CountDownLatch(shape.parsers());
    List<Callable<Void>> threads = new ArrayList<>();
    for (int i = 0; i < shape.fetchers(); i++) {
      threads.add(() -> {
        for (String url = toFetch.poll(); url != null; url = toFetch.poll()) {
          toParse.put(Optional.of(stages.fetch(url)));
        }
        end(fetchers, toParse, shape.parsers());
        return null;
      });
    }
    for (int i = 0; i < shape.parsers(); i++) {
      threads.add(() -> {
        for (Optional<String> text = toParse.take(); text.isPresent(); text = toParse.take()) {
          toStore.put(Optional.of(stages.parse(text.get())));
        }
        end(parsers, toStore, 1);
        return null;
      });
    }
    threads.add(() -> {
      for (Optional<String> parsed = toStore.take(); parsed.isPresent(); parsed = toStore.take()) {
        stages.store(parsed.get());
      }
      return null;
    });
    runAll(threads);
  }

  BlockingQueue<Optional<String>> queue(int room) {
    return new ArrayBlockingQueue<>(room);
  }

  /** The last thread of a stage tells all of the next. */
  void end(CountDownLatch left, BlockingQueue<Optional<String>> next, int readers) throws InterruptedException {
    boolean isLast;
    synchronized (left) {
      left.countDown();
      isLast = left.getCount() == 0;
    }
    for (int i = 0; isLast && i < readers; i++) {
      next.put(Optional.empty());
    }
  }

  /** Until all are done, or one has failed. */
  void runAll(List<Callable<Void>> threads) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(pool);
      threads.forEach(running::submit);
      for (int i = 0; i < threads.size(); i++) {
        running.take().get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a stage failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
