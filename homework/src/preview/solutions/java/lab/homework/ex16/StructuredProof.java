package lab.homework.ex16;

import static lab.homework.ex16.StructuredCheck.CANCEL;
import static lab.homework.ex16.StructuredCheck.FAILS;
import static lab.homework.ex16.StructuredCheck.MIRROR;
import static lab.homework.ex16.StructuredCheck.OUTLIVE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 16 is checked by. */
public final class StructuredProof implements Proof<PageLoader> {

  @Override
  public Exercise<PageLoader> exercise() {
    return new StructuredCheck();
  }

  @Override
  public Supplier<PageLoader> right() {
    return RightPageLoader::new;
  }

  @Override
  public List<Wrong<PageLoader>> wrong() {
    return List.of(
        new Wrong<>("forks and ignores failures", IgnoresFailuresLoader::new, FAILS, "as if nothing had happened"),
        new Wrong<>("an executor that waits for all", WaitsForAllLoader::new, CANCEL, "To wait for them helps nobody"),
        new Wrong<>("leaves before the threads do", LeavesThreadsLoader::new, OUTLIVE, "to stop takes a moment"),
        new Wrong<>("the first mirror to end wins", FirstToEndLoader::new, MIRROR, "not for the first that ends"));
  }
}
