package lab.homework.ex07;

import java.util.List;

/** Wrong: whoever interrupts it is not listened to, and it waits on for its workers. */
final class IgnoresInterruptsCrawler extends RightEndingCrawler {

  @Override
  void awaitEnd(List<Thread> workers) {
    for (Thread worker : workers) {
      boolean ended = false;
      while (!ended) {
        try {
          worker.join();
          ended = true;
        } catch (InterruptedException e) {
          // It isn't over yet.
        }
      }
    }
  }
}
