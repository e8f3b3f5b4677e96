package lab.homework.ex30;

import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Starts actors: each has a thread and a mailbox of its own, and what it knows nobody else touches. Whoever wants something of an actor
 * sends it a message.
 */
@FunctionalInterface
public interface Actors {

  /**
   * What an actor does with a message, and what it answers. Only the actor's thread calls it, so its fields need no lock.
   *
   * @param <M> a message
   * @param <R> a reply
   */
  @FunctionalInterface
  interface Behaviour<M, R> {
    /** Deals with one message; whatever it throws is about that message only. */
    R receive(M message) throws Exception;
  }

  /**
   * An actor that was started. Safe for use by many threads.
   *
   * <p>For example: an actor whose mailbox has room for 2 counts links. While it is at a page, two more pages are told to it, and whoever
   * tells it a fourth one waits. It fails at the second page, and goes on with the third. Now somebody asks how many links there are: the
   * reply comes after the third and fourth page, because it asked after those were told.
   */
  interface Actor<M, R> {
    /**
     * Puts a message into the mailbox, and waits only until there is room. The actor's reply is for nobody; what it throws is told to its
     * thread's {@link Thread.UncaughtExceptionHandler}.
     *
     * @throws IllegalStateException if the actor is stopped, or is while this waits
     * @throws InterruptedException if the calling thread is interrupted while it waits; the actor never gets the message then
     */
    void tell(M message) throws InterruptedException;

    /**
     * The same, but the reply is wanted.
     *
     * @return becomes the reply to this message, or fails with what the actor threw, and nobody else hears of that
     * @throws IllegalStateException if the actor is stopped, or is while this waits
     * @throws InterruptedException if the calling thread is interrupted while it waits; the actor never gets the message then
     */
    Future<R> ask(M message) throws InterruptedException;

    /**
     * Takes no more messages, and returns when the actor has dealt with all that are in its mailbox and its thread has ended. May be called
     * twice, but not by the actor itself.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits; the actor stops all the same
     */
    void stop() throws InterruptedException;
  }

  /**
   * Starts an actor. It takes one message after the other, in the order in which they came.
   *
   * @param room how many messages the mailbox holds, without the one that is being dealt with; at least 1
   * @param threads makes its only thread, which isn't started yet
   */
  <M, R> Actor<M, R> start(int room, ThreadFactory threads, Behaviour<M, R> behaviour);
}
