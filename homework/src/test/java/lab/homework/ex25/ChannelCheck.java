package lab.homework.ex25;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.homework.ex25.Channels.Channel;
import lab.homework.ex25.Channels.Received;
import lab.homework.grade.AtRest;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 25. Whoever is to wait is looked at until it does; then the other side comes. */
public final class ChannelCheck implements Exercise<Channels> {
  private static final int VALUES = 20;

  private static final String HANDS = "values come through, each once, in the order of their sender";
  static final String MEETS = "whoever sends waits until somebody has received";
  static final String SELECTS = "select takes what comes first, and only that";
  static final String CLOSES = "a closed channel lets nobody wait";
  static final String BACK = "a sender that is interrupted takes its value back";
  private static final String VISIBLE = "what one thread writes, the others are sure to see";

  @Override
  public Card card() {
    return new Card(25, "Channels, and a choice between them", List.of(20, 25), "crawler-threads/README.md",
        "homework/src/main/java/lab/homework/ex25/MyChannels.java");
  }

  @Override
  public Supplier<Channels> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<Channels>> rules() {
    return List.of(
        new Rule<>(HANDS, 3, ChannelCheck::handsOver),
        new Rule<>(MEETS, 3, ChannelCheck::waitsForTheOther),
        new Rule<>(SELECTS, 6, ChannelCheck::selects),
        new Rule<>(CLOSES, 3, ChannelCheck::closes),
        new Rule<>(BACK, 2, ChannelCheck::takesBack),
        new Rule<>(VISIBLE, 3, ChannelCheck::hasNoRace));
  }

  private static void handsOver(Channels channels) throws Exception {
    Channel<Integer> channel = channels.make();
    Call<Void> sender = Call.start("the sender", () -> {
      for (int i = 0; i < VALUES; i++) {
        channel.send(i);
      }
      return null;
    });
    List<Integer> got = new ArrayList<>();
    Call<Void> receiver = Call.start("the receiver", () -> {
      while (got.size() < VALUES) {
        got.add(channel.receive().orElseThrow());
      }
      return null;
    });
    receiver.result("%d values are sent, one after the other, but the receiver gets fewer, and waits", VALUES);
    sender.result("all was received, but the sender still waits: who tells it?");
    RuleBroken.unless(got.equals(IntStream.range(0, VALUES).boxed().toList()),
        "0 to %d were sent, in this order, but received were %s", VALUES - 1, got);
  }

  private static void waitsForTheOther(Channels channels) throws Exception {
    Channel<String> channel = channels.make();
    Call<Void> sender = sender(channel, "x", "the sender");
    sender.mustWait("a value was sent, and nobody has received it, but send returned: the channel has no room to keep it");
    Call<Void> second = sender(channel, "y", "another sender");
    second.mustWait("two values were sent, and nobody has received any, but send returned");
    RuleBroken.unless(receiver(channel).result("a value was sent, but receive still waits").equals(Optional.of("x")),
        "x was sent first and y second, but y was received first");
    sender.result("its value was received, but the sender still waits: who tells it?");
    second.mustWait("x was received, and y wasn't, but the one who sent y went on, too: which value was taken?");
    receiver(channel).result("a second value was sent, but receive still waits");
    second.result("its value was received, but the sender still waits: who tells it?");
  }

  private static void selects(Channels channels) throws Exception {
    Channel<String> a = channels.make();
    Channel<String> b = channels.make();
    Call<Received<String>> early = Call.start("who selects", () -> channels.select(List.of(a, b)));
    early.mustWait("nothing was sent on any channel, but select returned");
    Call<Void> x = sender(b, "x", "the sender of x");
    expect(early.result("a thread selects from a and b, and x was sent on b, but it still waits: at which channel?"), 1, "x");
    x.result("x was selected, but its sender still waits");
    // The one that has selected must not be waited for at a any more, or it swallows what comes there.
    Call<Void> y = sender(a, "y", "the sender of y");
    y.mustWait("a thread had selected x from b, and is gone; then y was sent on a, and was taken by nobody, but its sender went on");
    Call<Void> z = sender(b, "z", "the sender of z");
    z.mustWait("nobody receives, but the sender of z went on");
    Received<String> one = Call.start("who selects", () -> channels.select(List.of(a, b))).result("y and z were sent, but select waits");
    Call<Void> other = one.index() == 0 ? z : y;
    (one.index() == 0 ? y : z).result("its value was selected, but the sender still waits");
    other.mustWait("y and z waited at two channels, and one was selected, but the sender of the other went on, too: that value is lost. Take "
        + "nothing from a channel before it is sure that it is the one");
    expect(Call.start("who selects", () -> channels.select(List.of(a, b))).result("a value is left, but select waits"),
        1 - one.index(), one.index() == 0 ? "z" : "y");
    other.result("its value was selected, but the sender still waits");
  }

  private static void expect(Received<String> got, int index, String value) {
    RuleBroken.unless(got.equals(new Received<>(index, Optional.of(value))),
        "select was to give %s from channel %d, but gave %s from %d", value, index, got.value(), got.index());
  }

  private static void closes(Channels channels) throws Exception {
    Channel<String> a = channels.make();
    Channel<String> b = channels.make();
    Call<Optional<String>> receiver = receiver(a);
    Call<Received<String>> selector = Call.start("who selects", () -> channels.select(List.of(b, a)));
    receiver.mustWait("nothing was sent, but receive returned");
    selector.mustWait("nothing was sent, but select returned");
    a.close();
    RuleBroken.unless(receiver.result("a thread waited to receive when the channel was closed, and waits on: who tells it?").isEmpty(),
        "a channel was closed, but receive gave a value");
    Received<String> closed = selector.result("a thread selected from two channels when one was closed, and waits on: who tells it?");
    RuleBroken.unless(closed.index() == 1 && closed.value().isEmpty(), "channel 1 was closed, but select gave %s", closed);
    RuleBroken.unless(receiver(a).result("a channel is closed, but whoever receives later waits").isEmpty(), "a closed channel gave a value");
    try {
      sender(a, "late", "a late sender").result("a channel is closed, but whoever sends waits");
    } catch (IllegalStateException e) {
      return;
    }
    throw new RuleBroken("a channel is closed, but send returned: throw an IllegalStateException");
  }

  private static void takesBack(Channels channels) throws Exception {
    Channel<String> channel = channels.make();
    Call<Void> gone = sender(channel, "gone", "the sender that is interrupted");
    gone.mustWait("nobody has received, but send returned");
    gone.thread.interrupt();
    try {
      gone.result("a sender was interrupted, and waits on");
      throw new RuleBroken("a sender was interrupted, but send returned as if its value had been received");
    } catch (InterruptedException e) {
      Call<Void> next = sender(channel, "next", "the next sender");
      String got = receiver(channel).result("a value was sent, but receive waits").orElse("nothing");
      RuleBroken.unless(got.equals("next"), "a sender was interrupted before anybody had received its value, and then another sent \"next\", but "
          + "received was \"%s\": whoever gives up takes its value along", got);
      next.result("its value was received, but the sender still waits");
    }
  }

  private static void hasNoRace(Channels channels) throws Exception {
    Races races = new Races(channels, Channels.class);
    selects(races.make(Channels.class));
    races.sayIfAny();
  }

  private static Call<Void> sender(Channel<String> channel, String value, String name) {
    return Call.start(name, () -> {
      channel.send(value);
      return null;
    });
  }

  private static Call<Optional<String>> receiver(Channel<String> channel) {
    return Call.start("the receiver", channel::receive);
  }

  /** A call on a thread of its own. */
  private static final class Call<T> {
    private final FutureTask<T> task;
    private final Thread thread;

    private Call(String name, Callable<T> call) {
      task = new FutureTask<>(call);
      thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.start();
    }

    static <T> Call<T> start(String name, Callable<T> call) {
      return new Call<>(name, call);
    }

    void mustWait(String message) throws Exception {
      Patience.until(() -> task.isDone() || AtRest.isSo(thread), "\"%s\" neither waits nor returns: does it ask again and again?",
          thread.getName());
      if (task.isDone()) {
        result("it never returns");
        throw new RuleBroken(message);
      }
    }

    T result(String tooLate, Object... values) throws Exception {
      try {
        return task.get(Patience.SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        throw new RuleBroken(tooLate, values);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }
}
