package lab.homework.ex30;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Wrong: those who want a reply stand in a line of their own, beside the mailbox; but not every message is a question. */
final class RepliesBesideActors extends RightActors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour) {
      private final Queue<CompletableFuture<R>> asking = new ConcurrentLinkedQueue<>();

      @Override
      public Future<R> ask(M message) throws InterruptedException {
        CompletableFuture<R> reply = new CompletableFuture<>();
        asking.add(reply);
        send(new Letter<>(message, this::answer, reply::completeExceptionally));
        return reply;
      }

      @Override
      public void tell(M message) throws InterruptedException {
        send(new Letter<>(message, this::answer, this::report));
      }

      private void answer(R reply) {
        CompletableFuture<R> first = asking.poll();
        if (first != null) {
          first.complete(reply);
        }
      }
    }.startedBy(threads);
  }
}
