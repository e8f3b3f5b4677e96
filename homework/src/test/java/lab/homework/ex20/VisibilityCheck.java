package lab.homework.ex20;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.homework.ex20.LiveSettings.Settings;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Meeting;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 20. Readers look while a change is held in its middle; and whether writes are seen is not tried but worked out. */
public final class VisibilityCheck implements Exercise<Function<Settings, LiveSettings>> {
  private static final int CHANGERS = 3;
  private static final Settings FIRST = new Fixed(8, 0);

  private static final String CHANGED = "what was changed is what is read";
  static final String WHOLE = "width and delay come from the same change";
  static final String LOST = "no change is lost";
  static final String FREE = "whoever reads never waits";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  private record Fixed(int width, long delayMillis) implements Settings {}

  @Override
  public Card card() {
    return new Card(20, "What other threads get to see", List.of(20), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex20/MyLiveSettings.java");
  }

  @Override
  public Supplier<Function<Settings, LiveSettings>> starter() {
    return () -> first -> Starter.make(card(), first);
  }

  @Override
  public List<Rule<Function<Settings, LiveSettings>>> rules() {
    return List.of(
        new Rule<>(CHANGED, 2, VisibilityCheck::changes),
        new Rule<>(WHOLE, 3, VisibilityCheck::staysWhole),
        new Rule<>(LOST, 3, VisibilityCheck::losesNoChange),
        new Rule<>(FREE, 3, VisibilityCheck::neverWaits),
        new Rule<>(VISIBLE, 4, VisibilityCheck::hasNoRace));
  }

  private static void changes(Function<Settings, LiveSettings> maker) {
    LiveSettings settings = maker.apply(FIRST);
    expect(settings.get(), 8, 0, "nobody has changed anything yet");
    settings.change(old -> new Fixed(old.width() / 4, old.delayMillis() + 500));
    expect(settings.get(), 2, 500, "a quarter of the width and 500 ms more were set");
    RuleBroken.unless(!settings.isStopped(), "isStopped says yes, but nobody has called stop");
    settings.stop();
    RuleBroken.unless(settings.isStopped(), "stop was called, but isStopped says no");
    expect(settings.get(), 2, 500, "to stop changes no settings");
  }

  private static void expect(Settings got, int width, long delayMillis, String what) {
    RuleBroken.unless(got != null && got.width() == width && got.delayMillis() == delayMillis,
        "%s: width and delay are to be %d and %d, but get gave %s", what, width, delayMillis, words(got));
  }

  private static String words(Settings got) {
    return got == null ? "null" : got.width() + " and " + got.delayMillis();
  }

  /** Whoever copies the new settings one by one is looked at between the one and the other. */
  private static void staysWhole(Function<Settings, LiveSettings> maker) {
    LiveSettings settings = maker.apply(FIRST);
    AtomicReference<String> mixed = new AtomicReference<>();
    Settings watched = new Settings() {
      @Override
      public int width() {
        look();
        return 2;
      }

      @Override
      public long delayMillis() {
        look();
        return 500;
      }

      private void look() {
        Settings seen = settings.get();
        // Whoever keeps this very object can't have mixed it, and to ask it would go round in a circle.
        if (seen != this && seen.width() == 2 != (seen.delayMillis() == 500)) {
          mixed.set(words(seen));
        }
      }
    };
    settings.change(old -> watched);
    RuleBroken.unless(mixed.get() == null,
        "the settings were changed from 8 and 0 to 2 and 500, and in the middle of that a reader got %s: each number by itself is right, but "
            + "the two belong to different changes. Which single thing can a reader be given that holds both?", mixed.get());
  }

  private static void losesNoChange(Function<Settings, LiveSettings> maker) throws Exception {
    LiveSettings settings = maker.apply(FIRST);
    Meeting meeting = new Meeting(CHANGERS);
    List<FutureTask<Void>> changes = Stream.generate(() -> new FutureTask<Void>(() -> settings.change(old -> {
      Settings changed = new Fixed(old.width() + 1, old.delayMillis());
      // All have seen the old settings before any can set new ones, unless something keeps them apart.
      meeting.lookUp();
      return changed;
    }), null)).limit(CHANGERS).toList();
    List<Thread> threads = changes.stream().map(Thread::new).toList();
    threads.forEach(meeting::join);
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    for (FutureTask<Void> change : changes) {
      result(change, "a change never comes to an end");
    }
    RuleBroken.unless(settings.get().width() == FIRST.width() + CHANGERS,
        "%d threads made the width larger by 1 at the same moment, and it went from %d to %d: each looked at the old settings before the "
            + "others had set theirs, and then wrote over them. Look and write must be one step (compareAndSet says whether anybody was "
            + "quicker)", CHANGERS, FIRST.width(), settings.get().width());
  }

  private static void neverWaits(Function<Settings, LiveSettings> maker) throws Exception {
    LiveSettings settings = maker.apply(FIRST);
    CountDownLatch isChanging = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FutureTask<Void> change = start(() -> settings.change(old -> {
      isChanging.countDown();
      await(goOn);
      return new Fixed(2, 500);
    }));
    try {
      Patience.until(() -> isChanging.getCount() == 0 || change.isDone(), "change never calls what it is given");
      if (isChanging.getCount() > 0) {
        result(change, "change never returns");
        throw new RuleBroken("change never calls what it is given");
      }
      AtomicReference<Settings> seen = new AtomicReference<>();
      FutureTask<Void> reader = start(() -> {
        seen.set(settings.get());
        settings.isStopped();
      });
      result(reader, "one thread was at work on new settings, which takes a while, and another that only wanted to read the old ones had to "
          + "wait for it: a worker reads before each page. What does a reader need a lock for, if a single reference is all that changes?");
      expect(seen.get(), 8, 0, "a change was not through yet");
    } finally {
      goOn.countDown();
    }
    result(change, "a change never comes to an end");
  }

  private static void hasNoRace(Function<Settings, LiveSettings> maker) throws Exception {
    Races races = new Races(maker.apply(FIRST), LiveSettings.class);
    LiveSettings settings = races.make(LiveSettings.class, FIRST);
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    FutureTask<Void> worker = start(() -> {
      while (over.getCount() > 0) {
        settings.get();
        settings.isStopped();
        looks.incrementAndGet();
      }
    });
    try {
      Patience.until(() -> looks.get() > 0 || worker.isDone(), "get or isStopped never returns");
      settings.change(old -> new Fixed(2, 500));
      int before = looks.get();
      Patience.until(() -> looks.get() > before + 1 || worker.isDone(), "get or isStopped never returns");
      settings.stop();
      int after = looks.get();
      Patience.until(() -> looks.get() > after + 1 || worker.isDone(), "get or isStopped never returns");
    } finally {
      over.countDown();
    }
    result(worker, "get or isStopped never returns");
    races.sayIfAny();
  }

  private static FutureTask<Void> start(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "a worker");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void result(FutureTask<Void> task, String tooLate) throws Exception {
    try {
      task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
