package lab.homework.ex29;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lab.homework.grade.Card;
import lab.homework.grade.ClassUse;
import lab.homework.grade.Exercise;
import lab.homework.grade.LockCall;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.ScriptedLock;
import lab.homework.grade.Starter;

/** Exercise 29. Readers and writers come one by one, each when all before it have come to rest; the lock is the check's. */
public final class ReadersWritersCheck implements Exercise<ReadersWriters.Maker> {
  private static final Set<String> BORROWED = Set.of("java.util.concurrent.locks.ReentrantReadWriteLock",
      "java.util.concurrent.locks.StampedLock", "java.util.concurrent.Semaphore");

  static final String SHARES = "readers go together, a writer goes alone";
  static final String LINE = "first come, first served";
  static final String WOKEN = "whoever is woken looks again";
  static final String INTERRUPT = "an interrupt ends it, is told, and leaves nothing behind";

  @Override
  public Card card() {
    return new Card(29, "Many read, or one writes", List.of(20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex29/MyReadersWriters.java");
  }

  @Override
  public Supplier<ReadersWriters.Maker> starter() {
    return () -> lock -> Starter.make(card(), lock);
  }

  @Override
  public List<Rule<ReadersWriters.Maker>> rules() {
    return List.of(
        new Rule<>(SHARES, 4, ReadersWritersCheck::shares),
        new Rule<>(LINE, 6, ReadersWritersCheck::keepsTheLine),
        new Rule<>(WOKEN, 3, ReadersWritersCheck::looksAgain),
        new Rule<>(INTERRUPT, 4, ReadersWritersCheck::leavesNothing));
  }

  private static void shares(ReadersWriters.Maker maker) throws Exception {
    Trial trial = new Trial(maker);
    Optional<String> borrowed = ClassUse.of(trial.shared.getClass(), BORROWED::contains);
    RuleBroken.unless(borrowed.isEmpty(), "%s does the work: this is about what is behind it", borrowed.orElse(""));
    trial.reader("a reader").result("nobody is there, but the first reader waits: for whom?");
    trial.reader("a second reader").result("one reads, and a second reader, who does no harm, waits");
    LockCall<Void> writer = trial.writer("the writer");
    writer.mustWait("two read, but a writer has begun to write: they read what is half written");
    trial.endRead();
    writer.mustWait("two read and one of them has ended, but a writer has begun to write though the other still reads");
    trial.endRead();
    writer.result("the last reader has ended, but the writer still waits: who tells it?");
    LockCall<Void> second = trial.writer("a second writer");
    second.mustWait("one writes, but a second writer has begun, too");
    trial.endWrite();
    second.result("the writer has ended, but the next writer still waits: who tells it?");
    LockCall<Void> reader = trial.reader("a reader, later");
    reader.mustWait("one writes, but a reader has begun to read what is half written");
    trial.endWrite();
    reader.result("the last writer has ended, but a reader still waits: who tells it?");
  }

  private static void keepsTheLine(ReadersWriters.Maker maker) throws Exception {
    Trial readers = new Trial(maker);
    readers.reader("a reader").result("nobody is there, but the first reader waits");
    LockCall<Void> writer = readers.writer("the writer");
    writer.mustWait("one reads, but a writer has begun to write");
    LockCall<Void> late = readers.reader("a late reader");
    late.mustWait("one reads and a writer waits; then a reader comes and goes before the writer. If readers keep coming, the writer waits "
        + "for ever");
    readers.endRead();
    writer.result("the reader before it has ended, but the writer still waits: who tells it?");
    late.mustWait("one writes, but a reader has begun");

    Trial writers = new Trial(maker);
    writers.writer("the first writer").result("nobody is there, but the first writer waits");
    LockCall<Void> reader = writers.reader("the reader");
    LockCall<Void> next = writers.writer("the next writer");
    writers.endWrite();
    reader.result("one writes, a reader waits, and then a writer comes. The first has ended, and the reader still waits, though it came "
        + "before the other writer. If writers keep coming, readers wait for ever");
    next.mustWait("one reads, but a writer has begun to write");
    goTogether(new Trial(maker));
  }

  private static void goTogether(Trial trial) throws Exception {
    trial.writer("the writer").result("nobody is there, but the first writer waits");
    List<LockCall<Void>> together = List.of(trial.reader("reader 1"), trial.reader("reader 2"), trial.reader("reader 3"));
    LockCall<Void> next = trial.writer("the next writer");
    LockCall<Void> last = trial.reader("the reader behind it");
    trial.endWrite();
    for (LockCall<Void> reader : together) {
      reader.result("three readers stand next to one another, and their turn has come, but not all of them have begun: who tells them?");
    }
    next.mustWait("three read, but a writer has begun to write");
    last.mustWait("a writer waits, and a reader that came after it has overtaken it");
    trial.endRead();
    trial.endRead();
    trial.endRead();
    next.result("all readers have ended, but the writer behind them still waits: did somebody hear of it who can't go yet? Tell all, or "
        + "the one whose turn it is");
    trial.endWrite();
    last.result("the writer has ended, but the reader behind it still waits: who tells it?");
  }

  private static void looksAgain(ReadersWriters.Maker maker) throws Exception {
    Trial trial = new Trial(maker);
    trial.writer("the writer").result("nobody is there, but the first writer waits");
    LockCall<Void> reader = trial.reader("the reader");
    LockCall<Void> other = trial.writer("the other writer");
    trial.lock.wakeForNothing();
    for (LockCall<Void> waiting : List.of(reader, other)) {
      waiting.mustWait("one writes, and others wait. They were woken for nothing, as a condition may do, and one has gone on: look again, "
          + "with while and not with if");
    }
    trial.lock.holdBack(reader);
    trial.endWrite();
    LockCall<Void> late = trial.writer("a late writer");
    late.mustWait("a reader's turn had come, and before it had woken up, another writer came and began at once: the line counts, not who "
        + "is quick");
    other.mustWait("a reader's turn had come, and before it had woken up, the writer behind it began");
    trial.lock.letGo(reader);
    reader.result("it was the reader's turn, but it was slow to wake up, and now it waits on: who has taken its turn?");
    other.mustWait("one reads, but a writer has begun to write");
  }

  private static void leavesNothing(ReadersWriters.Maker maker) throws Exception {
    Trial trial = new Trial(maker);
    trial.reader("a reader").result("nobody is there, but the first reader waits");
    LockCall<Void> writer = trial.writer("the writer that is interrupted");
    writer.mustWait("one reads, but a writer has begun to write");
    LockCall<Void> behind = trial.reader("the reader behind it");
    behind.mustWait("a writer waits, but a reader that came after it has begun");
    writer.interrupt();
    behind.result("one reads, a writer waits, and behind it a reader. The writer was interrupted and has gone, so that nothing is in the "
        + "reader's way, but it waits on: whoever leaves the line must tell the others");
    LockCall<Void> next = trial.writer("the next writer");
    next.mustWait("two read, but a writer has begun to write");
    trial.endRead();
    trial.endRead();
    next.result("one that waited was interrupted, and has gone. Now nobody reads or writes, but a writer waits: for the one that has "
        + "gone?");

    LockCall<Void> reader = trial.reader("the reader that is interrupted");
    reader.mustWait("one writes, but a reader has begun");
    reader.interrupt();
    trial.endWrite();
    trial.writer("the last writer").result("one that waited was interrupted, and has gone. Now nobody reads or writes, but a writer "
        + "waits: for the one that has gone?");
  }

  /** A lock for readers and writers, and those who come to it. */
  private static final class Trial {
    private final ScriptedLock lock = new ScriptedLock();
    private final ReadersWriters shared;

    Trial(ReadersWriters.Maker maker) {
      shared = maker.make(lock);
    }

    LockCall<Void> reader(String name) {
      return lock.call(name, () -> {
        shared.beginRead();
        return null;
      });
    }

    LockCall<Void> writer(String name) {
      return lock.call(name, () -> {
        shared.beginWrite();
        return null;
      });
    }

    void endRead() throws Exception {
      lock.call("who ends", () -> {
        shared.endRead();
        return null;
      }).result("endRead waits");
    }

    void endWrite() throws Exception {
      lock.call("who ends", () -> {
        shared.endWrite();
        return null;
      }).result("endWrite waits");
    }
  }
}
