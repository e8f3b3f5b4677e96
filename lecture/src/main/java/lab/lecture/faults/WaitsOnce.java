package lab.lecture.faults;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;

/** <strong>Wrong on purpose:</strong> whoever was woken takes, though another may have taken what it was woken for. */
final class WaitsOnce implements Parts.Waiting {
  @GuardedBy("this")
  private final Queue<String> queue = new ArrayDeque<>();

  @Override
  public synchronized void put(String url) {
    queue.add(url);
    notify();
  }

  @Override
  public synchronized String take() throws InterruptedException {
    if (queue.isEmpty()) {
      wait();
    }
    return queue.remove();
  }
}
