package lab.homework.ex30;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Wrong: the mailbox is made for threads, but what says that the actor is stopped is a plain field, and all look at it now and then. */
final class PlainStoppedActors implements Actors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new Polling<>(new ArrayBlockingQueue<>(room), threads, behaviour);
  }

  private static final class Polling<M, R> implements Actor<M, R> {
    private final BlockingQueue<RightActors.Letter<M, R>> mailbox;
    private final Thread thread;
    private final Behaviour<M, R> behaviour;
    private boolean stopped;

    Polling(BlockingQueue<RightActors.Letter<M, R>> mailbox, ThreadFactory threads, Behaviour<M, R> behaviour) {
      this.mailbox = mailbox;
      this.behaviour = behaviour;
      this.thread = threads.newThread(this::work);
      thread.start();
    }

    private void work() {
      while (!stopped || !mailbox.isEmpty()) {
        try {
          RightActors.Letter<M, R> letter = mailbox.poll(1, TimeUnit.MILLISECONDS);
          if (letter != null) {
            read(letter);
          }
        } catch (InterruptedException e) {
          // Look again.
        }
      }
    }

    private void read(RightActors.Letter<M, R> letter) {
      try {
        letter.reply().accept(behaviour.receive(letter.message()));
      } catch (Throwable e) {
        letter.failure().accept(e);
      }
    }

    @Override
    public void tell(M message) throws InterruptedException {
      send(new RightActors.Letter<>(message, _ -> { }, e -> thread.getUncaughtExceptionHandler().uncaughtException(thread, e)));
    }

    @Override
    public Future<R> ask(M message) throws InterruptedException {
      CompletableFuture<R> reply = new CompletableFuture<>();
      send(new RightActors.Letter<>(message, reply::complete, reply::completeExceptionally));
      return reply;
    }

    private void send(RightActors.Letter<M, R> letter) throws InterruptedException {
      boolean isIn = false;
      while (!stopped && !isIn) {
        isIn = mailbox.offer(letter, 1, TimeUnit.MILLISECONDS);
      }
      if (!isIn) {
        throw new IllegalStateException("the actor is stopped");
      }
    }

    @Override
    public void stop() throws InterruptedException {
      stopped = true;
      thread.join();
    }
  }
}
