package lab.lecture.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.compare.run.WarmUp;

/** A JVM for each of some setups. */
final class SetupProcesses implements AutoCloseable {
  private final List<SetupProcess> jvms = new ArrayList<>();
  private final CrawlContext context;

  /**
   * Starts them one after the other, because how long a start takes is a figure, too.
   *
   * @param number which of each setup's JVMs these are, from 1 on
   * @param recorded whether the crawls' timelines are wanted
   */
  SetupProcesses(CrawlContext context, List<Setup> setups, int number, boolean recorded) {
    this.context = context;
    try {
      for (Setup setup : setups) {
        jvms.add(SetupProcess.launch(context, setup, number, recorded));
        jvms.getLast().awaitReady();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Warms up all at the same time: nothing is measured but their own CPU time, and most of a crawl that waits is nobody's. */
  void warmUp(WarmUp warmUp) {
    context.progress().says("warming up " + jvms.size() + (jvms.size() == 1 ? " design" : " designs"));
    List<Callable<Void>> warming = jvms.stream().map(jvm -> Executors.<Void>callable(() -> jvm.warmUp(warmUp), null)).toList();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> ended = together.invokeAll(warming);
      ended.stream().filter(end -> end.state() == Future.State.FAILED).findFirst().ifPresent(failed -> {
        throw (RuntimeException) failed.exceptionNow();
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while JVMs warmed up", e);
    }
  }

  /**
   * Crawls once in each.
   *
   * @param number of the round, from 1 on; each begins with another setup
   */
  Map<Setup, Crawl> round(int number) {
    List<SetupProcess> turns = new ArrayList<>(jvms);
    Collections.rotate(turns, 1 - number);
    Map<Setup, Crawl> crawls = new HashMap<>();
    turns.forEach(jvm -> crawls.put(jvm.setup(), jvm.crawl(number)));
    return crawls;
  }

  /** Ends them all. */
  @Override
  public void close() {
    jvms.forEach(SetupProcess::close);
  }
}
