package lab.lecture.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** <strong>Wrong on purpose:</strong> looks before it has the lock. What is put between the look and the wait wakes nobody. */
final class LooksWithoutTheLock implements Parts.Waiting {
  private final Queue<String> queue = new ConcurrentLinkedQueue<>();

  @Override
  public void put(String url) {
    queue.add(url);
    synchronized (this) {
      notifyAll();
    }
  }

  @Override
  public String take() throws InterruptedException {
    String url = queue.poll();
    while (url == null) {
      synchronized (this) {
        wait();
      }
      url = queue.poll();
    }
    return url;
  }
}
