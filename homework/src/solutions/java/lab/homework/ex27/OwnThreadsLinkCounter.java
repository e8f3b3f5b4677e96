package lab.homework.ex27;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/** Wrong: a thread for each page, and none of them is the pool's. */
final class OwnThreadsLinkCounter implements LinkCounter {

  @Override
  public long count(String root, Links links, ForkJoinPool pool) {
    List<String> linked = links.of(root);
    List<FutureTask<Long>> tasks = new ArrayList<>();
    for (String link : linked) {
      FutureTask<Long> task = new FutureTask<>(() -> count(link, links, pool));
      tasks.add(task);
      new Thread(task).start();
    }
    long sum = linked.size();
    for (FutureTask<Long> task : tasks) {
      try {
        sum += task.get();
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return sum;
  }
}
