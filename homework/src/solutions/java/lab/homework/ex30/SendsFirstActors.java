package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: a letter is in the mailbox before its sender waits, and stays there if he gives up. */
final class SendsFirstActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      synchronized void send(Letter<M, R> letter) throws InterruptedException {
        if (!isStopped()) {
          mailbox().add(letter);
          notifyAll();
        }
        while (!isStopped() && mailbox().contains(letter) && mailbox().size() > room) {
          wait();
        }
        if (isStopped() && mailbox().size() > room) {
          mailbox().remove(letter);
        }
        if (isStopped()) {
          throw new IllegalStateException("the actor is stopped");
        }
      }
    }.startedBy(threads);
  }
}
