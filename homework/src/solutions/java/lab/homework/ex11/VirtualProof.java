package lab.homework.ex11;

import static lab.homework.ex11.VirtualCheck.INTERRUPT;
import static lab.homework.ex11.VirtualCheck.LIMIT;
import static lab.homework.ex11.VirtualCheck.REACHED;
import static lab.homework.ex11.VirtualCheck.RELEASE;
import static lab.homework.ex11.VirtualCheck.VIRTUAL;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 11 is checked by. */
public final class VirtualProof implements Proof<VirtualFetcher> {

  @Override
  public Exercise<VirtualFetcher> exercise() {
    return new VirtualCheck();
  }

  @Override
  public Supplier<VirtualFetcher> right() {
    return RightVirtualFetcher::new;
  }

  @Override
  public List<Wrong<VirtualFetcher>> wrong() {
    return List.of(
        new Wrong<>("a pool of platform threads", PlatformPoolFetcher::new, VIRTUAL, "is a platform thread"),
        new Wrong<>("a pool of virtual threads", VirtualPoolFetcher::new, VIRTUAL, "too cheap to be used again"),
        new Wrong<>("fetches inside a lock", OneAtATimeFetcher::new, REACHED, "while it fetches"),
        new Wrong<>("no limit", NoLimitFetcher::new, LIMIT, "needs a permit"),
        new Wrong<>("keeps the permit of a fetch that fails", KeepsPermitFetcher::new, RELEASE, "never comes to an end"),
        new Wrong<>("closes the executor", ClosesTheExecutorFetcher::new, INTERRUPT, "close() of an executor takes interrupts"));
  }
}
