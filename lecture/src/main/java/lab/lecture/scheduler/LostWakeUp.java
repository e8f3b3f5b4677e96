package lab.lecture.scheduler;

import java.util.Queue;

/**
 * The pages that wait to be visited. One worker takes one, another thread puts it there.
 *
 * <p><strong>Wrong on purpose:</strong> the taker looks before it has the lock. What is put between its look and its wait wakes nobody.
 *
 * @param queue safe for use by many threads
 */
@SuppressWarnings("WaitNotInLoop")
record LostWakeUp(Queue<String> queue, Server server) {
  void visitOne() throws InterruptedException {
    if (queue.isEmpty()) {
      synchronized (queue) { // to wait
        queue.wait();
      } // gives back queue, awake
    }
    server.get(queue.remove());
  }

  void put(String url) {
    queue.add(url);
    synchronized (queue) { // to wake
      queue.notify();
    } // gives back queue
  }
}
