package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: it is stopped by an interrupt, which hits the message that it is at. */
final class StopInterruptsActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      public void stop() throws InterruptedException {
        Thread thread = takeNoMore();
        thread.interrupt();
        thread.join();
      }
    }.startedBy(threads);
  }
}
