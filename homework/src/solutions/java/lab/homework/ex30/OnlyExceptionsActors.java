package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: an Error is no Exception, and takes the thread along. */
final class OnlyExceptionsActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      void read(Letter<M, R> letter) {
        try {
          letter.reply().accept(behaviour().receive(letter.message()));
        } catch (Exception e) {
          letter.failure().accept(e);
        }
      }
    }.startedBy(threads);
  }
}
