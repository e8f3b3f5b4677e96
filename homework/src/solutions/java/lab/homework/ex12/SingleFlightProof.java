package lab.homework.ex12;

import static lab.homework.ex12.SingleFlightCheck.EXPIRES;
import static lab.homework.ex12.SingleFlightCheck.FAILURE;
import static lab.homework.ex12.SingleFlightCheck.INTERRUPT;
import static lab.homework.ex12.SingleFlightCheck.ONE;
import static lab.homework.ex12.SingleFlightCheck.OTHERS;
import static lab.homework.ex12.SingleFlightCheck.VISIBLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.ex12.SingleFlight.Maker;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 12 is checked by. */
public final class SingleFlightProof implements Proof<Maker<SingleFlightCheckKey, String>> {

  @Override
  public Exercise<Maker<SingleFlightCheckKey, String>> exercise() {
    return new SingleFlightCheck();
  }

  @Override
  public Supplier<Maker<SingleFlightCheckKey, String>> right() {
    return () -> RightSingleFlight::new;
  }

  @Override
  public List<Wrong<Maker<SingleFlightCheckKey, String>>> wrong() {
    return List.of(
        new Wrong<>("looks, then loads", () -> LooksThenLoads::new, ONE, "both at once"),
        new Wrong<>("loads inside the map", () -> LoadsInTheMap::new, OTHERS, "which lock is held"),
        new Wrong<>("keeps failures", () -> KeepsFailures::new, FAILURE, "still hears of the failure"),
        new Wrong<>("never expires", () -> NeverExpires::new, EXPIRES, "what becomes of old answers"),
        new Wrong<>("removes whatever is there", () -> RemovesWhateverIsThere::new, EXPIRES, "two see the old one"),
        new Wrong<>("an interrupt is a failure", () -> TakesInterruptsForFailures::new, INTERRUPT, "nobody can tell that from a failure"),
        new Wrong<>("plain fields", () -> PlainFields::new, VISIBLE, "nothing orders them"));
  }
}
