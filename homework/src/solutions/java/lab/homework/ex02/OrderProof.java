package lab.homework.ex02;

import static lab.homework.ex02.OrderCheck.LIMIT;
import static lab.homework.ex02.OrderCheck.ORDER;
import static lab.homework.ex02.OrderCheck.OVERLAP;
import static lab.homework.ex02.OrderCheck.TWICE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 2 is checked by. */
public final class OrderProof implements Proof<OrderedFetcher> {

  @Override
  public Exercise<OrderedFetcher> exercise() {
    return new OrderCheck();
  }

  @Override
  public Supplier<OrderedFetcher> right() {
    return RightOrderedFetcher::new;
  }

  @Override
  public List<Wrong<OrderedFetcher>> wrong() {
    return List.of(
        new Wrong<>("takes the pages as they come", AsTheyComeFetcher::new, ORDER, "in their order"),
        new Wrong<>("waits for each page before the next", WaitsForEachFetcher::new, OVERLAP, "before you wait for the first"),
        new Wrong<>("a thread for each page", ThreadPerPageFetcher::new, LIMIT, "what limits them"),
        new Wrong<>("finds the place by the URL", PlaceByUrlFetcher::new, TWICE, "needs two places"));
  }
}
