package lab.homework.ex04;

import static lab.homework.ex04.RedirectCheck.ANEW;
import static lab.homework.ex04.RedirectCheck.CYCLE;
import static lab.homework.ex04.RedirectCheck.LIMIT;
import static lab.homework.ex04.RedirectCheck.RELATIVE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 4 is checked by. */
public final class RedirectProof implements Proof<RedirectFollower> {

  @Override
  public Exercise<RedirectFollower> exercise() {
    return new RedirectCheck();
  }

  @Override
  public Supplier<RedirectFollower> right() {
    return RightRedirectFollower::new;
  }

  @Override
  public List<Wrong<RedirectFollower>> wrong() {
    return List.of(
        new Wrong<>("follows one too many", OneMoreFollower::new, LIMIT, "before you ask for the next one"),
        new Wrong<>("knows only the start", BackToStartFollower::new, CYCLE, "needn't go through the page where you began"),
        new Wrong<>("reads all from the start", FromStartFollower::new, RELATIVE, "as a link on the page that sent it"),
        new Wrong<>("keeps old journeys", OldJourneysFollower::new, ANEW, "what outlives a journey"));
  }
}
