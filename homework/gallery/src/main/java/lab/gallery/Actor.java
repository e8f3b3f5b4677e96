package lab.gallery;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Somebody with a mailbox: takes one message after another, on a virtual thread of its own. What it knows nobody else touches; whoever
 * wants something of it sends a message, and never waits for it.
 *
 * @param <M> what it is told
 */
final class Actor<M> implements AutoCloseable {

  /** What an actor does with a message. What it throws but for an interrupt is a bug, and ends the actor. */
  @FunctionalInterface
  interface Behaviour<M> {
    void receive(Actor<M> self, M message) throws InterruptedException;
  }

  private final BlockingQueue<M> mailbox = new LinkedBlockingQueue<>();
  private final Thread thread;

  Actor(String name, Behaviour<M> behaviour) {
    this.thread = Thread.ofVirtual().name(name).start(() -> receiveAll(behaviour));
  }

  private void receiveAll(Behaviour<M> behaviour) {
    try {
      while (true) {
        behaviour.receive(this, mailbox.take());
      }
    } catch (InterruptedException e) {
      // It was closed.
    }
  }

  /** Puts a message into its mailbox, and doesn't wait. */
  void tell(M message) {
    mailbox.add(message);
  }

  /** Ends it in the middle of whatever it does. Idempotent. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
