package lab.homework.ex30;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** Wrong: a question waits for its reply, and whoever asks could have called a method as well. */
final class AskWaitsActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      public Future<R> ask(M message) throws InterruptedException {
        Future<R> reply = super.ask(message);
        new FutureTask<>(reply::get).run();
        return reply;
      }
    }.startedBy(threads);
  }
}
