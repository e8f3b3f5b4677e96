package lab.homework.ex30;

import java.util.concurrent.ThreadFactory;

/** Wrong: the mailbox takes whatever comes, and the memory pays for it. */
final class EndlessMailboxActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      int most(int roomThereIs) {
        return Integer.MAX_VALUE;
      }
    }.startedBy(threads);
  }
}
