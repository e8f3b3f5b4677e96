package lab.homework.ex14;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread for each worker: it takes a task, and keeps it until it is answered or has failed, by however many workers. */
class RightTaskPool implements TaskPool {

  @Override
  public Outcome run(List<String> tasks, Worker.Starter starter, int workers, int mostAttempts)
      throws IOException, InterruptedException {
    Run run = new Run(new ConcurrentLinkedQueue<>(tasks), new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet(),
        ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    int threads = threads(Math.min(workers, tasks.size()));
    ExecutorService pool = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    try {
      List<Future<?>> lanes = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        lanes.add(pool.submit(() -> {
          work(run, starter, mostAttempts);
          return null;
        }));
      }
      for (Future<?> lane : lanes) {
        lane.get();
      }
    } catch (ExecutionException e) {
      stop(run);
      throw new IOException("a worker can't be started", e.getCause());
    } catch (InterruptedException e) {
      stop(run);
      throw e;
    } finally {
      pool.close();
    }
    return new Outcome(run.answers, run.failed);
  }

  /** What the threads share. */
  record Run(Queue<String> tasks, Map<String, String> answers, Set<String> failed, Set<Worker> started, AtomicBoolean over) {}

  /** No more is to be done: whoever waits for a worker is freed by its end. */
  void stop(Run run) {
    run.over.set(true);
    run.started.forEach(Worker::close);
  }

  private static Worker start(Run run, Worker.Starter starter) throws IOException {
    Worker worker = starter.start();
    run.started.add(worker);
    if (run.over.get()) {
      worker.close();
    }
    return worker;
  }

  int threads(int most) {
    return most;
  }

  private void work(Run run, Worker.Starter starter, int mostAttempts) throws IOException {
    Worker worker = null;
    try {
      for (String task = run.tasks.poll(); task != null; task = run.tasks.poll()) {
        for (int deaths = 0; isToDo(run, task); ) {
          worker = worker == null ? start(run, starter) : worker;
          try {
            run.answers.put(task, worker.ask(task));
          } catch (Worker.DiedException e) {
            worker.close();
            worker = null;
            deaths++;
            afterDeath(run, task, deaths, mostAttempts);
          }
        }
      }
    } finally {
      if (worker != null) {
        atTheEnd(worker);
      }
    }
  }

  private static boolean isToDo(Run run, String task) {
    return !run.over.get() && !run.answers.containsKey(task) && !run.failed.contains(task);
  }

  void afterDeath(Run run, String task, int deaths, int mostAttempts) {
    if (deaths == mostAttempts) {
      run.failed.add(task);
    }
  }

  void atTheEnd(Worker worker) {
    worker.close();
  }
}
