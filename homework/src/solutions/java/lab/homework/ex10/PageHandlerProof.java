package lab.homework.ex10;

import static lab.homework.ex10.PageHandlerCheck.CLOSED;
import static lab.homework.ex10.PageHandlerCheck.CONFINED;
import static lab.homework.ex10.PageHandlerCheck.FAILURES;
import static lab.homework.ex10.PageHandlerCheck.FREE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 10 is checked by. */
public final class PageHandlerProof implements Proof<PageHandler> {

  @Override
  public Exercise<PageHandler> exercise() {
    return new PageHandlerCheck();
  }

  @Override
  public Supplier<PageHandler> right() {
    return RightPageHandler::new;
  }

  @Override
  public List<Wrong<PageHandler>> wrong() {
    return List.of(
        new Wrong<>("calls the stage on the loop", StageOnLoopHandler::new, FREE, "the stage ran on the loop's own thread"),
        new Wrong<>("waits on the loop for the result", WaitsOnLoopHandler::new, FREE, "does a step wait for the result"),
        new Wrong<>("records the result elsewhere", RecordsElsewhereHandler::new, CONFINED, "and not by the loop"),
        new Wrong<>("swallows the exception", SwallowsHandler::new, FAILURES, "ended on a thread to which nobody listens"),
        new Wrong<>("keeps its threads", KeepsThreadsHandler::new, CLOSED, "who starts threads has to end them"));
  }
}
