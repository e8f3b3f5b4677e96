package lab.homework.ex03;

import static lab.homework.ex03.ResilienceCheck.BUG;
import static lab.homework.ex03.ResilienceCheck.INTERRUPT;
import static lab.homework.ex03.ResilienceCheck.NAMED;
import static lab.homework.ex03.ResilienceCheck.PAGES;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 3 is checked by. */
public final class ResilienceProof implements Proof<ResilientFetcher> {

  @Override
  public Exercise<ResilientFetcher> exercise() {
    return new ResilienceCheck();
  }

  @Override
  public Supplier<ResilientFetcher> right() {
    return RightResilientFetcher::new;
  }

  @Override
  public List<Wrong<ResilientFetcher>> wrong() {
    return List.of(
        new Wrong<>("the first failure ends it", FirstFailureEndsFetcher::new, PAGES, "for each page by itself"),
        new Wrong<>("leaves failures out", LosesFailuresFetcher::new, NAMED, "tell what is missing"),
        new Wrong<>("reports the wrapping", ReportsTheWrappingFetcher::new, NAMED, "only the wrapping"),
        new Wrong<>("takes a bug for a failed page", BugIsAFailureFetcher::new, BUG, "nothing wider"),
        new Wrong<>("ignores interrupts", IgnoresInterruptsFetcher::new, INTERRUPT, "still waits"));
  }
}
