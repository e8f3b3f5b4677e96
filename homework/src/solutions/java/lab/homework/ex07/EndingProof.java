package lab.homework.ex07;

import static lab.homework.ex07.EndingCheck.BUG;
import static lab.homework.ex07.EndingCheck.ENDS;
import static lab.homework.ex07.EndingCheck.FAILED;
import static lab.homework.ex07.EndingCheck.INTERRUPT;
import static lab.homework.ex07.EndingCheck.IN_FLIGHT;
import static lab.homework.ex07.EndingCheck.NONE_LEFT;
import static lab.homework.ex07.EndingCheck.VISIBLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 7 is checked by. */
public final class EndingProof implements Proof<EndingCrawler> {

  @Override
  public Exercise<EndingCrawler> exercise() {
    return new EndingCheck();
  }

  @Override
  public Supplier<EndingCrawler> right() {
    return RightEndingCrawler::new;
  }

  @Override
  public List<Wrong<EndingCrawler>> wrong() {
    return List.of(
        new Wrong<>("an empty queue is the end", EmptyIsTheEndCrawler::new, IN_FLIGHT, "was still being visited"),
        new Wrong<>("never ends", NeverEndingCrawler::new, ENDS, "it never comes to an end"),
        new Wrong<>("a page that fails stays counted", ForgetsFailedCrawler::new, FAILED, "it never comes to an end"),
        new Wrong<>("leaves its workers behind", LeavesWorkersCrawler::new, NONE_LEFT, "who tells the workers"),
        new Wrong<>("takes a bug for a page that fails", HidesBugsCrawler::new, BUG, "as if nothing had been"),
        new Wrong<>("sleeps and looks again", SleepsAndLooksCrawler::new, IN_FLIGHT, "however short it sleeps"),
        new Wrong<>("an interrupt is for others", IgnoresInterruptsCrawler::new, INTERRUPT, "still waits"),
        new Wrong<>("a plain flag", PlainFlagCrawler::new, VISIBLE, "`over`"));
  }
}
