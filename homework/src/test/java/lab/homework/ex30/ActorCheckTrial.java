package lab.homework.ex30;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.homework.ex30.Actors.Actor;
import lab.homework.ex30.Actors.Behaviour;
import lab.homework.grade.AtRest;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** An actor, its thread, what it got, and those who send to it. */
final class ActorCheckTrial implements ThreadFactory, Behaviour<String, String> {
  static final String FAILING = "failing";
  private static final String HELD = "held";

  final Actor<String, String> actor;
  private final int room;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<Thread> receivers = ConcurrentHashMap.newKeySet();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<Throwable> heardOf = new CopyOnWriteArrayList<>();
  private final CountDownLatch isHeld = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private volatile Throwable failure;

  ActorCheckTrial(Actors actors, int room) {
    this.room = room;
    this.actor = actors.start(room, this, this);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "the actor");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((_, e) -> heardOf.add(e));
    threads.add(thread);
    return thread;
  }

  @Override
  public String receive(String message) throws Exception {
    receivers.add(Thread.currentThread());
    received.add(message);
    if (message.equals(HELD)) {
      isHeld.countDown();
      goOn.await();
    }
    if (message.equals(FAILING)) {
      sneak(failure);
    }
    return "reply to " + message;
  }

  private static void sneak(Throwable failure) throws Exception {
    switch (failure) {
      case Error error -> throw error;
      case Exception exception -> throw exception;
      default -> throw new IllegalArgumentException(failure);
    }
  }

  /** With what messages that fail do so. */
  void failsWith(Throwable thrown) {
    failure = thrown;
  }

  /** Has the actor deal with a message until it is told to go on. */
  void hold() throws Exception {
    call("the first sender", () -> actor.tell(HELD)).mustEnd("the mailbox is empty, but tell waits: for the actor to be through with the "
        + "message?");
    Patience.await(isHeld, "a message was sent and the actor has nothing else to do, but it never gets it");
  }

  /** The same, and fills its mailbox. */
  void fill() throws Exception {
    hold();
    for (int i = 0; i < room; i++) {
      String message = "waiting " + i;
      call("a sender", () -> actor.tell(message)).mustEnd("there is room for %d messages in the mailbox, and only %d are there, but tell "
          + "waits", room, i);
    }
  }

  void goOn() {
    goOn.countDown();
  }

  Set<Thread> threads() {
    return threads;
  }

  Set<Thread> receivers() {
    return receivers;
  }

  List<String> received() {
    return received;
  }

  /** What its thread's handler was told. */
  List<Throwable> heardOf() {
    return heardOf;
  }

  boolean isThreadGone() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /** What somebody does who sends to the actor, or stops it. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  /** Does something on a thread of its own. */
  Call call(String name, Task task) {
    return new Call(name, task);
  }

  /** One who sends to the actor, or stops it. */
  static final class Call {
    private final FutureTask<Void> task;
    private final Thread thread;

    private Call(String name, Task todo) {
      task = new FutureTask<>(() -> {
        todo.run();
        return null;
      });
      thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.start();
    }

    void interrupt() {
      thread.interrupt();
    }

    void mustWait(String message, Object... values) throws Exception {
      Patience.until(() -> task.isDone() || AtRest.isSo(thread), "\"%s\" neither waits nor returns: does it ask again and "
          + "again?", thread.getName());
      if (task.isDone()) {
        mustEnd("it never returns");
        throw new RuleBroken(message, values);
      }
    }

    void mustEnd(String tooLate, Object... values) throws Exception {
      try {
        task.get(Patience.SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        throw new RuleBroken(tooLate, values);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }

    void mustFail(String message, Class<? extends Exception> type) throws Exception {
      try {
        mustEnd(message + ", but it waits");
      } catch (RuleBroken e) {
        throw e;
      } catch (Exception e) {
        RuleBroken.unless(type.isInstance(e), "%s, but it got %s", message, e);
        return;
      }
      throw new RuleBroken("%s, but its message was taken", message);
    }
  }
}
