package lab.homework.ex15;

import static lab.homework.ex15.SelectorCheck.IDLE;
import static lab.homework.ex15.SelectorCheck.ONE_THREAD;
import static lab.homework.ex15.SelectorCheck.OVERLAP;
import static lab.homework.ex15.SelectorCheck.PIECES;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 15 is checked by. */
public final class SelectorProof implements Proof<LoopFetcher> {

  @Override
  public Exercise<LoopFetcher> exercise() {
    return new SelectorCheck();
  }

  @Override
  public Supplier<LoopFetcher> right() {
    return RightLoopFetcher::new;
  }

  @Override
  public List<Wrong<LoopFetcher>> wrong() {
    return List.of(
        new Wrong<>("waits for each reply", OneAfterAnotherFetcher::new, OVERLAP, "before it sends the next one"),
        new Wrong<>("a thread for each connection", ThreadEachFetcher::new, ONE_THREAD, "nobody ever called select"),
        new Wrong<>("selectNow, again and again", BusyLoopFetcher::new, IDLE, "burnt the processor"),
        new Wrong<>("always interested in writing", AlwaysWritableFetcher::new, IDLE, "always there"),
        new Wrong<>("one read is the whole reply", OneReadFetcher::new, PIECES, "one read gives what has come so far"),
        new Wrong<>("decodes each piece by itself", DecodesPiecesFetcher::new, PIECES, "between the bytes of one character"));
  }
}
