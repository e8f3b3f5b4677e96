package lab.lecture.scheduler;

import java.util.Queue;

/**
 * The pages that wait to be visited. Two workers take one each; a third thread puts two there.
 *
 * <p><strong>Wrong on purpose:</strong> whoever was woken goes on as if a page were there. But between being woken and having the lock again
 * another worker may have taken it.
 *
 * @param queue guarded by its own lock
 */
@SuppressWarnings("WaitNotInLoop")
record WaitWithoutLoop(Queue<String> queue, Server server) {
  void visitOne() throws InterruptedException {
    String url = take();
    server.get(url);
  }

  private String take() throws InterruptedException {
    synchronized (queue) { // to take
      if (queue.isEmpty()) {
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
