package lab.lecture.scheduler;

/**
 * A worker whose page has moved from one host to another. A host answers one worker at a time, so that whoever asks it holds its lock.
 *
 * <p><strong>Wrong on purpose:</strong> another worker's page has moved the other way, and so takes the same locks in the other order.
 */
record TwoOrders(Server from, Server to) implements Runnable {
  @Override
  public void run() {
    synchronized (from) {
      from.get("/moved");
      synchronized (to) {
        to.get("/here");
      } // gives back to
    } // gives back from
  }
}
