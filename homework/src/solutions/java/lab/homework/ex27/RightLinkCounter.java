package lab.homework.ex27;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/** All tasks of the pages below are forked, and then joined: whoever joins does other tasks meanwhile. */
class RightLinkCounter implements LinkCounter {

  @Override
  public long count(String root, Links links, ForkJoinPool pool) {
    return pool.invoke(new PageTask(root, links));
  }

  /** One page, and what is below it. */
  final class PageTask extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;

    private final transient Links links;
    private final String url;

    PageTask(String url, Links links) {
      this.url = url;
      this.links = links;
    }

    @Override
    protected Long compute() {
      List<String> linked = links.of(url);
      return own(linked) + below(linked.stream().map(link -> new PageTask(link, links)).toList());
    }
  }

  long own(List<String> linked) {
    return linked.size();
  }

  long below(Collection<PageTask> tasks) {
    return ForkJoinTask.invokeAll(tasks).stream().mapToLong(ForkJoinTask::join).sum();
  }
}
