package lab.homework.ex30;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Wrong: somebody waits for the reply, and so a question goes to the front. */
final class QuestionsFirstActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      @Override
      public synchronized Future<R> ask(M message) throws InterruptedException {
        CompletableFuture<R> reply = new CompletableFuture<>();
        send(new Letter<>(message, reply::complete, reply::completeExceptionally));
        mailbox().addFirst(mailbox().removeLast());
        return reply;
      }
    }.startedBy(threads);
  }
}
