package lab.homework.ex07;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** Makes the workers, and remembers them. */
final class EndingCheckWorkers implements ThreadFactory {
  final List<Thread> all = new CopyOnWriteArrayList<>();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "worker " + (all.size() + 1));
    thread.setDaemon(true);
    all.add(thread);
    return thread;
  }

  /** Those that don't ask. */
  List<Thread> others() {
    return all.stream().filter(thread -> thread != Thread.currentThread()).toList();
  }

  void sayIfOneIsLeft(String when) throws InterruptedException {
    for (Thread thread : all) {
      RuleBroken.unless(!thread.isAlive() || thread.join(Duration.ofSeconds(Patience.SECONDS)),
          "%s, but \"%s\" is still there (%s), and will be for ever: who tells the workers that nothing will come any more?",
          when, thread.getName(), thread.getState());
    }
  }
}
