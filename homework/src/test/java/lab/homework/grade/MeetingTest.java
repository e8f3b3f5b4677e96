package lab.homework.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MeetingTest {
  private static final int THREADS = 3;

  @Test
  void allLookBeforeAnyOfThemNotes() throws Exception {
    Map<MeetingKey, Integer> notes = new ConcurrentHashMap<>();

    assertThat(together(key -> {
      boolean isNew = !notes.containsKey(key);
      notes.put(key, 1);
      return isNew;
    })).containsOnly(true);
  }

  @Test
  void whoLooksAndNotesInOneStepIsAlone() throws Exception {
    Map<MeetingKey, Integer> notes = new ConcurrentHashMap<>();

    assertThat(together(key -> notes.putIfAbsent(key, 1) == null)).containsOnlyOnce(true);
  }

  @Test
  void nobodyWaitsForThreadsThatALockKeepsOut() throws Exception {
    Map<MeetingKey, Integer> notes = new ConcurrentHashMap<>();

    assertThat(together(key -> {
      synchronized (notes) {
        boolean isNew = !notes.containsKey(key);
        notes.put(key, 1);
        return isNew;
      }
    })).containsOnlyOnce(true);
  }

  @FunctionalInterface
  private interface Look {
    boolean isNew(MeetingKey key);
  }

  /** What each of some threads found. */
  private static List<Boolean> together(Look look) throws Exception {
    Meeting meeting = new Meeting(THREADS);
    Callable<Boolean> task = () -> look.isNew(new MeetingKey("page", meeting));
    List<FutureTask<Boolean>> tasks = Stream.generate(() -> new FutureTask<>(task)).limit(THREADS).toList();
    List<Thread> threads = tasks.stream().map(Thread::new).toList();
    threads.forEach(meeting::join);
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return tasks.stream().map(FutureTask::resultNow).toList();
  }
}
