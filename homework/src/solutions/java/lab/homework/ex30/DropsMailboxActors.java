package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: stopped is stopped, and what is in the mailbox is thrown away. */
final class DropsMailboxActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      public void stop() throws InterruptedException {
        Thread thread = takeNoMore();
        synchronized (this) {
          mailbox().clear();
        }
        thread.join();
      }
    }.startedBy(threads);
  }
}
