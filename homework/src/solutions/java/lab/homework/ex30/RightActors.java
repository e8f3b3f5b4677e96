package lab.homework.ex30;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * The mailbox is guarded by the actor's monitor, on which those wait who want a message and those who want room. No message is dealt with
 * inside it.
 */
class RightActors implements Actors {

  @Override
  public <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour) {
    return new RightActor<M, R>(room, behaviour).startedBy(threads);
  }

  /**
   * A message, and who hears what came of it.
   *
   * @param reply is told the reply
   * @param failure is told what was thrown instead
   */
  record Letter<M, R>(M message, Consumer<R> reply, Consumer<Throwable> failure) {}

  /** One actor. */
  static class RightActor<M, R> implements Actor<M, R> {
    private final Deque<Letter<M, R>> mailbox = new ArrayDeque<>();
    private final int room;
    private final Behaviour<M, R> behaviour;
    private Thread thread;
    private boolean stopped;

    RightActor(int room, Behaviour<M, R> behaviour) {
      this.room = room;
      this.behaviour = behaviour;
    }

    final synchronized RightActor<M, R> startedBy(ThreadFactory threads) {
      thread = threads.newThread(this::work);
      thread.start();
      return this;
    }

    final void work() {
      for (Letter<M, R> letter = next(); letter != null; letter = next()) {
        read(letter);
      }
    }

    void read(Letter<M, R> letter) {
      try {
        letter.reply.accept(behaviour.receive(letter.message));
      } catch (Throwable e) {
        letter.failure.accept(e);
      }
    }

    /** The next letter; null if there will be none. An interrupt was for the message before: it tells the actor nothing. */
    private synchronized Letter<M, R> next() {
      while (mailbox.isEmpty() && !stopped) {
        try {
          wait();
        } catch (InterruptedException e) {
          // Look again.
        }
      }
      Letter<M, R> letter = mailbox.poll();
      notifyAll();
      return letter;
    }

    @Override
    public void tell(M message) throws InterruptedException {
      send(new Letter<>(message, _ -> { }, this::report));
    }

    void report(Throwable failure) {
      Thread me = Thread.currentThread();
      me.getUncaughtExceptionHandler().uncaughtException(me, failure);
    }

    @Override
    public Future<R> ask(M message) throws InterruptedException {
      CompletableFuture<R> reply = new CompletableFuture<>();
      send(new Letter<>(message, reply::complete, reply::completeExceptionally));
      return reply;
    }

    synchronized void send(Letter<M, R> letter) throws InterruptedException {
      while (!stopped && mailbox.size() >= most(room)) {
        wait();
      }
      if (stopped) {
        throw new IllegalStateException("the actor is stopped");
      }
      mailbox.add(letter);
      notifyAll();
    }

    int most(int roomThereIs) {
      return roomThereIs;
    }

    final Deque<Letter<M, R>> mailbox() {
      return mailbox;
    }

    final Behaviour<M, R> behaviour() {
      return behaviour;
    }

    final boolean isStopped() {
      return stopped;
    }

    @Override
    public void stop() throws InterruptedException {
      takeNoMore().join();
    }

    final synchronized Thread takeNoMore() {
      stopped = true;
      notifyAll();
      return thread;
    }
  }
}
