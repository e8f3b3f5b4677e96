package lab.homework.ex22;

import static lab.homework.ex22.FuturesCheck.FAILS;
import static lab.homework.ex22.FuturesCheck.NO_WAIT;
import static lab.homework.ex22.FuturesCheck.TIME;
import static lab.homework.ex22.FuturesCheck.TOGETHER;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 22 is checked by. */
public final class FuturesProof implements Proof<AsyncLoader> {

  @Override
  public Exercise<AsyncLoader> exercise() {
    return new FuturesCheck();
  }

  @Override
  public Supplier<AsyncLoader> right() {
    return RightAsyncLoader::new;
  }

  @Override
  public List<Wrong<AsyncLoader>> wrong() {
    return List.of(
        new Wrong<>("joins", JoinsLoader::new, NO_WAIT, "which call in it waits"),
        new Wrong<>("joins on another's thread", JoinsOnTheirThreadLoader::new, NO_WAIT, "must not wait either"),
        new Wrong<>("one after another", OneAfterAnotherLoader::new, TOGETHER, "ask for all of them"),
        new Wrong<>("only allOf", WaitsForAllLoader::new, FAILS, "allOf waits until all are through"),
        new Wrong<>("cancels nothing", CancelsNothingLoader::new, FAILS, "is still under way, for nobody"),
        new Wrong<>("forgets the time", HasTimeLoader::new, TIME, "who listens to timeIsUp"));
  }
}
