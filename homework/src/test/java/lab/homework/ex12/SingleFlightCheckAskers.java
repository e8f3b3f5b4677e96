package lab.homework.ex12;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import lab.homework.grade.AtRest;
import lab.homework.grade.Patience;
import lab.homework.grade.RuleBroken;

/** Virtual threads that ask the same. */
final class SingleFlightCheckAskers {
  /** Stands for a failure among the answers. */
  static final String FAILED = "an IOException";

  private final CountDownLatch notAsking;
  private final List<FutureTask<String>> answers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  SingleFlightCheckAskers(int number, Callable<String> question) {
    notAsking = new CountDownLatch(number);
    for (int i = 0; i < number; i++) {
      FutureTask<String> answer = new FutureTask<>(() -> {
        notAsking.countDown();
        return question.call();
      });
      answers.add(answer);
      threads.add(Thread.ofVirtual().start(answer));
    }
  }

  /** Waits until each of them has asked, and waits or has its answer. */
  void awaitAllWaiting() {
    Patience.until(() -> notAsking.getCount() == 0 && threads.stream().allMatch(SingleFlightCheckAskers::waitsOrIsOver),
        "while the loader was busy, %d askers for the same key were to wait, but after %d s some still run",
        threads.size(), Patience.SECONDS);
  }

  private static boolean waitsOrIsOver(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, BLOCKED, TERMINATED -> true;
      case NEW, RUNNABLE -> false;
    };
  }

  boolean isLastAtRest() {
    return AtRest.isSo(threads.getLast());
  }

  boolean isOver() {
    return answers.stream().allMatch(FutureTask::isDone);
  }

  /** Gives them the time that a right solution needs, and much more. */
  boolean isOverSoon() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    return isOver();
  }

  /** What they were answered, once all are. */
  List<String> answers() throws Exception {
    RuleBroken.unless(isOverSoon(),
        "the loader has long returned or thrown, but %d of %d askers still wait: who is to wake them?",
        answers.stream().filter(answer -> !answer.isDone()).count(), answers.size());
    List<String> values = new ArrayList<>();
    for (FutureTask<String> answer : answers) {
      values.add(value(answer));
    }
    return values;
  }

  private static String value(FutureTask<String> answer) throws Exception {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /** Asks for the hot key. */
  static String answerOrFailure(SingleFlight<SingleFlightCheckKey, String> flight) throws InterruptedException {
    try {
      return String.valueOf(flight.get(SingleFlightCheckUpstream.HOT));
    } catch (IOException e) {
      return FAILED;
    }
  }
}
