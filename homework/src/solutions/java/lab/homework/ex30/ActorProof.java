package lab.homework.ex30;

import static lab.homework.ex30.ActorCheck.ASK;
import static lab.homework.ex30.ActorCheck.FAILURE;
import static lab.homework.ex30.ActorCheck.INTERRUPT;
import static lab.homework.ex30.ActorCheck.ORDER;
import static lab.homework.ex30.ActorCheck.ROOMS;
import static lab.homework.ex30.ActorCheck.STOP;
import static lab.homework.ex30.ActorCheck.VISIBLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 30 is checked by. */
public final class ActorProof implements Proof<Actors> {

  @Override
  public Exercise<Actors> exercise() {
    return new ActorCheck();
  }

  @Override
  public Supplier<Actors> right() {
    return RightActors::new;
  }

  @Override
  public List<Wrong<Actors>> wrong() {
    return List.of(
        new Wrong<>("no thread, but a lock", NoThreadActors::new, ORDER, "only that thread deals with messages"),
        new Wrong<>("two threads", TwoThreadsActors::new, ORDER, "else its fields need locks"),
        new Wrong<>("a mailbox without an end", EndlessMailboxActors::new, ROOMS, "than can be dealt with"),
        new Wrong<>("ask waits", AskWaitsActors::new, ASK, "give a future, and to go on"),
        new Wrong<>("replies beside the mailbox", RepliesBesideActors::new, ASK, "which goes through the mailbox with it"),
        new Wrong<>("questions first", QuestionsFirstActors::new, ASK, "a question waits for what was sent before it"),
        new Wrong<>("dies of an Error", OnlyExceptionsActors::new, FAILURE, "the actor's thread is gone"),
        new Wrong<>("swallows what was told", SwallowsActors::new, FAILURE, "it heard of []"),
        new Wrong<>("drops its mailbox", DropsMailboxActors::new, STOP, "what it has taken it must deal with"),
        new Wrong<>("stops by an interrupt", StopInterruptsActors::new, STOP, "but stop returned"),
        new Wrong<>("sends first, then waits", SendsFirstActors::new, INTERRUPT, "but the actor got its message"),
        new Wrong<>("a plain field says that it is stopped", PlainStoppedActors::new, VISIBLE, "`stopped`"));
  }
}
