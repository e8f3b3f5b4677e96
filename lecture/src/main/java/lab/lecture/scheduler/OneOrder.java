package lab.lecture.scheduler;

/** The same, right: every worker takes the locks in the order of the hosts' names, whichever way its page has moved. */
record OneOrder(Server from, Server to) implements Runnable {
  @Override
  public void run() {
    boolean inOrder = from.name().compareTo(to.name()) < 0;
    synchronized (inOrder ? from : to) {
      synchronized (inOrder ? to : from) {
        from.get("/moved");
        to.get("/here");
      } // gives back the second
    } // gives back the first
  }
}
