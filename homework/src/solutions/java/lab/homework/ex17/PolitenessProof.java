package lab.homework.ex17;

import static lab.homework.ex17.PolitenessCheck.APART;
import static lab.homework.ex17.PolitenessCheck.BUSY;
import static lab.homework.ex17.PolitenessCheck.POLITE;
import static lab.homework.ex17.PolitenessCheck.THREADSAFE;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.MeetingKey;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 17 is checked by. */
public final class PolitenessProof implements Proof<LongFunction<PolitenessScheduler<MeetingKey>>> {

  @Override
  public Exercise<LongFunction<PolitenessScheduler<MeetingKey>>> exercise() {
    return new PolitenessCheck();
  }

  @Override
  public Supplier<LongFunction<PolitenessScheduler<MeetingKey>>> right() {
    return () -> RightPolitenessScheduler::new;
  }

  @Override
  public List<Wrong<LongFunction<PolitenessScheduler<MeetingKey>>>> wrong() {
    return List.of(
        new Wrong<>("a delay for each page", () -> DelayForEachPageScheduler::new, POLITE, "belongs to the host"),
        new Wrong<>("one delay for all hosts", () -> DelayForAllScheduler::new, APART, "delay of another host"),
        new Wrong<>("one line for all hosts", () -> OneLineScheduler::new, BUSY, "A line for each host"),
        new Wrong<>("looks, then notes", () -> LookThenNoteScheduler::new, THREADSAFE, "another can look, too"));
  }
}
