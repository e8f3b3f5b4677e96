package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: two threads share a mailbox, and the behaviour needs a lock again. */
final class TwoThreadsActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour).startedBy(threads).startedBy(threads);
  }
}
