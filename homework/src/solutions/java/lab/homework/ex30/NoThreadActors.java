package lab.homework.ex30;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Wrong: a lock around the behaviour, and whoever sends a message deals with it himself. */
final class NoThreadActors implements Actors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new Actor<>() {
      @Override
      public void tell(M message) {
        ask(message);
      }

      @Override
      public synchronized Future<R> ask(M message) {
        try {
          return CompletableFuture.completedFuture(behaviour.receive(message));
        } catch (Exception e) {
          return CompletableFuture.failedFuture(e);
        }
      }

      @Override
      public void stop() {
        // Nothing waits.
      }
    };
  }
}
