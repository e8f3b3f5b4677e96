package lab.lecture.scheduler;

import java.util.Queue;

/**
 * The same, right: whoever was woken looks again before it takes anything.
 *
 * @param queue guarded by its own lock
 */
record WaitInLoop(Queue<String> queue, Server server) {
  void visitOne() throws InterruptedException {
    String url = take();
    server.get(url);
  }

  private String take() throws InterruptedException {
    synchronized (queue) { // to take
      while (queue.isEmpty()) {
        queue.wait();
      }
      return queue.remove();
    }
  }

  void put(String url) {
    synchronized (queue) { // to put
      queue.add(url);
      queue.notify();
    } // gives back queue
  }
}
