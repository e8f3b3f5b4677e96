package lab.homework.ex08;

import static lab.homework.ex08.PoliteCheck.FAILED;
import static lab.homework.ex08.PoliteCheck.INTERRUPT;
import static lab.homework.ex08.PoliteCheck.LIMIT;
import static lab.homework.ex08.PoliteCheck.SLOW;
import static lab.homework.ex08.PoliteCheck.TOGETHER;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.FuzzyKey;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 8 is checked by. */
public final class PoliteProof implements Proof<PoliteFetcher<FuzzyKey>> {

  @Override
  public Exercise<PoliteFetcher<FuzzyKey>> exercise() {
    return new PoliteCheck();
  }

  @Override
  public Supplier<PoliteFetcher<FuzzyKey>> right() {
    return RightPoliteFetcher::new;
  }

  @Override
  public List<Wrong<PoliteFetcher<FuzzyKey>>> wrong() {
    return List.of(
        new Wrong<>("one limit for all hosts", OneLimitFetcher::new, TOGETHER, "has each host its own limit"),
        new Wrong<>("looks, and counts later", CountsLateFetcher::new, LIMIT, "others look in between"),
        new Wrong<>("a page that fails keeps its place", KeepsPlaceFetcher::new, FAILED, "who gives back the place"),
        new Wrong<>("waits in the pool", WaitsInThePoolFetcher::new, SLOW, "with a thread that the other host needs"),
        new Wrong<>("closes the pool", ClosesThePoolFetcher::new, INTERRUPT, "close() of an executor takes interrupts"));
  }
}
