package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: what a message that was only told throws is nobody's business. */
final class SwallowsActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      void report(Throwable failure) {
        // Nobody has asked.
      }
    }.startedBy(threads);
  }
}
