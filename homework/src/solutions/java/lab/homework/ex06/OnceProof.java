package lab.homework.ex06;

import static lab.homework.ex06.OnceCheck.LIMIT;
import static lab.homework.ex06.OnceCheck.ONCE;
import static lab.homework.ex06.OnceCheck.OVERLAP;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.MeetingKey;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 6 is checked by. */
public final class OnceProof implements Proof<OnceCrawler<MeetingKey>> {

  @Override
  public Exercise<OnceCrawler<MeetingKey>> exercise() {
    return new OnceCheck();
  }

  @Override
  public Supplier<OnceCrawler<MeetingKey>> right() {
    return RightOnceCrawler::new;
  }

  @Override
  public List<Wrong<OnceCrawler<MeetingKey>>> wrong() {
    return List.of(
        new Wrong<>("looks, then notes", CheckThenActCrawler::new, ONCE, "another can look, too"),
        new Wrong<>("one after another", OneAfterAnotherCrawler::new, OVERLAP, "who waits for whom"),
        new Wrong<>("twice as many threads", TooManyThreadsCrawler::new, LIMIT, "what limits them"));
  }
}
