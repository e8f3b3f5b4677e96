package lab.homework.ex30;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.homework.grade.Card;
import lab.homework.grade.Exercise;
import lab.homework.grade.Patience;
import lab.homework.grade.Races;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.Starter;

/** Exercise 30. The actor's thread is the check's, and it is held at a message until whoever is to wait does. */
public final class ActorCheck implements Exercise<Actors> {
  private static final int ROOM = 3;
  private static final int MESSAGES = 20;

  static final String ORDER = "one message at a time, in their order, by the actor's own thread";
  static final String ROOMS = "the mailbox has an end, and whoever sends waits until there is room";
  static final String ASK = "whoever asks gets the reply to its own question";
  static final String FAILURE = "a message that fails ends nothing, and somebody hears of it";
  static final String STOP = "stop takes no more, deals with what is there, and leaves no thread";
  static final String INTERRUPT = "a sender that is interrupted while it waits for room sends nothing";
  static final String VISIBLE = "what one thread writes, the others are sure to see";

  @Override
  public Card card() {
    return new Card(30, "An actor with a mailbox", List.of(18, 20), "homework/gallery/README.md",
        "homework/src/main/java/lab/homework/ex30/MyActors.java");
  }

  @Override
  public Supplier<Actors> starter() {
    return Starter.of(card());
  }

  @Override
  public List<Rule<Actors>> rules() {
    return List.of(
        new Rule<>(ORDER, 3, ActorCheck::keepsTheOrder),
        new Rule<>(ROOMS, 3, ActorCheck::waitsForRoom),
        new Rule<>(ASK, 3, ActorCheck::replies),
        new Rule<>(FAILURE, 3, ActorCheck::survives),
        new Rule<>(STOP, 4, ActorCheck::stops),
        new Rule<>(INTERRUPT, 1, ActorCheck::takesBack),
        new Rule<>(VISIBLE, 3, ActorCheck::hasNoRace));
  }

  private static void keepsTheOrder(Actors actors) throws Exception {
    ActorCheckTrial trial = new ActorCheckTrial(actors, ROOM);
    trial.call("the sender", () -> {
      for (int i = 0; i < MESSAGES; i++) {
        trial.actor.tell("m" + i);
      }
    }).mustEnd("%d messages are sent, one after the other, but tell waits though the actor has nothing else to do", MESSAGES);
    Patience.until(() -> trial.received().size() >= MESSAGES, "%d messages were sent and the actor has nothing else to do, but it never "
        + "gets some of them",
        MESSAGES);
    RuleBroken.unless(trial.receivers().equals(trial.threads()) && trial.threads().size() == 1,
        "an actor has one thread, made by the factory, and only that thread deals with messages: else its fields need locks. But the "
            + "factory made %s, and messages were dealt with by %s", trial.threads(), trial.receivers());
    RuleBroken.unless(trial.received().equals(IntStream.range(0, MESSAGES).mapToObj(i -> "m" + i).toList()),
        "m0 to m%d were sent, in this order, but the actor got %s", MESSAGES - 1, trial.received());
  }

  private static void waitsForRoom(Actors actors) throws Exception {
    ActorCheckTrial trial = new ActorCheckTrial(actors, ROOM);
    trial.fill();
    ActorCheckTrial.Call late = trial.call("a late sender", () -> trial.actor.tell("late"));
    late.mustWait("the actor was at a message and %d waited in its mailbox, as many as may, but one more was taken: who makes those wait "
        + "that send more than can be dealt with?", ROOM);
    trial.goOn();
    late.mustEnd("the mailbox was full, and then there was room again, but whoever waits in tell still waits: who tells it?");
    Patience.until(() -> trial.received().contains("late"), "a message whose sender had waited for room never reaches the actor");
  }

  private static void replies(Actors actors) throws Exception {
    ActorCheckTrial trial = new ActorCheckTrial(actors, 2 * MESSAGES);
    trial.hold();
    List<Future<String>> replies = new ArrayList<>();
    trial.call("who asks", () -> {
      for (int i = 0; i < MESSAGES; i++) {
        trial.actor.tell("told " + i);
        replies.add(trial.actor.ask("asked " + i));
      }
    }).mustEnd("the actor was busy and its mailbox had room, but ask waits for the reply: it is to give a future, and to go on");
    trial.goOn();
    for (int i = 0; i < MESSAGES; i++) {
      String reply = reply(replies.get(i), "the actor has nothing else to do, but a question gets no reply");
      RuleBroken.unless(reply.equals("reply to asked " + i), "to \"asked %d\" came \"%s\": each question has a reply of its own, which "
          + "goes through the mailbox with it", i, reply);
    }
    List<String> sent = IntStream.range(0, MESSAGES).boxed().flatMap(i -> Stream.of("told " + i, "asked " + i)).toList();
    List<String> received = trial.received().subList(1, trial.received().size());
    RuleBroken.unless(received.equals(sent), "one thread told and asked by turns, but the actor got %s: a question waits for what was "
        + "sent before it, as every message does", received);
    trial.actor.stop();
  }

  private static String reply(Future<String> reply, String tooLate) throws Exception {
    try {
      return reply.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RuleBroken(tooLate);
    }
  }

  private static void survives(Actors actors) throws Exception {
    List<Throwable> failures = List.of(new IOException("this message fails"), new IllegalStateException("this message fails"),
        new AssertionError("this message fails"));
    for (Throwable failure : failures) {
      ActorCheckTrial trial = new ActorCheckTrial(actors, ROOM);
      trial.failsWith(failure);
      Future<String> failed = trial.actor.ask(ActorCheckTrial.FAILING);
      trial.actor.tell(ActorCheckTrial.FAILING);
      Future<String> next = trial.actor.ask("next");
      Patience.until(() -> next.isDone() || trial.isThreadGone(), "a message failed with %s, and the next question never gets a "
          + "reply", failure);
      RuleBroken.unless(next.isDone(), "a message failed with %s, and the actor's thread is gone: whoever sends a message now waits for "
          + "ever. Catch what comes out of the behaviour, tell whoever asked, and go on with the next message", failure);
      mustFail(failed, failure);
      RuleBroken.unless(trial.heardOf().equals(List.of(failure)), "a message that was told, not asked, failed with %s, and the thread's "
          + "UncaughtExceptionHandler is to hear of that one, once, but it heard of %s", failure, trial.heardOf());
      trial.actor.stop();
    }
  }

  private static void mustFail(Future<String> failed, Throwable failure) throws Exception {
    try {
      String reply = reply(failed, "a question failed, and another that was asked after it has its reply, but whoever asked the first "
          + "still waits");
      throw new RuleBroken("a question failed with %s, but the reply was \"%s\"", failure, reply);
    } catch (ExecutionException e) {
      RuleBroken.unless(e.getCause() == failure, "a question failed with %s, but whoever asked was told %s", failure, e.getCause());
    }
  }

  private static void stops(Actors actors) throws Exception {
    ActorCheckTrial trial = new ActorCheckTrial(actors, ROOM);
    trial.fill();
    ActorCheckTrial.Call late = trial.call("who waits for room", () -> trial.actor.tell("late"));
    late.mustWait("the mailbox was full, but one more message was taken");
    ActorCheckTrial.Call stop = trial.call("who stops it", trial.actor::stop);
    stop.mustWait("an actor was still at a message, but stop returned: it is to wait until all is dealt with");
    late.mustFail("the actor was stopped while somebody waited for room in its mailbox: he is to get an "
        + "IllegalStateException", IllegalStateException.class);
    trial.call("who comes too late", () -> trial.actor.ask("too late"))
        .mustFail("the actor was stopped: whoever sends now is to get an IllegalStateException", IllegalStateException.class);
    trial.goOn();
    stop.mustEnd("all messages were dealt with, but stop still waits: who tells the actor that no more will come?");
    RuleBroken.unless(trial.received().size() == ROOM + 1, "the actor was at a message and %d waited when it was stopped, but it only got "
        + "%s: what it has taken it must deal with", ROOM, trial.received());
    RuleBroken.unless(trial.isThreadGone(), "stop has returned, but the actor's thread is still there");
    trial.call("who stops it again", trial.actor::stop).mustEnd("the actor was stopped twice, and the second call waits");
    ActorCheckTrial idle = new ActorCheckTrial(actors, ROOM);
    idle.call("who stops an idle one", idle.actor::stop).mustEnd("an actor was stopped that waited for a message, and stop waits: who "
        + "wakes it?");
  }

  private static void takesBack(Actors actors) throws Exception {
    ActorCheckTrial trial = new ActorCheckTrial(actors, ROOM);
    trial.fill();
    ActorCheckTrial.Call gone = trial.call("who is interrupted", () -> trial.actor.tell("gone"));
    gone.mustWait("the mailbox was full, but one more message was taken");
    gone.interrupt();
    gone.mustFail("a thread was interrupted while it waited for room: it is to get an InterruptedException", InterruptedException.class);
    trial.goOn();
    trial.call("who stops it", trial.actor::stop).mustEnd("the actor was stopped, but stop waits");
    RuleBroken.unless(!trial.received().contains("gone"), "a thread was interrupted while it waited for room, and gave up, but the actor "
        + "got its message");
  }

  private static void hasNoRace(Actors actors) throws Exception {
    Races races = new Races(actors, Actors.class);
    stops(races.make(Actors.class));
    races.sayIfAny();
  }
}
