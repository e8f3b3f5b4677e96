package lab.homework.ex13;

import static lab.homework.ex13.ResumeCheck.CANCEL;
import static lab.homework.ex13.ResumeCheck.RESUME;
import static lab.homework.ex13.ResumeCheck.SAVED;
import static lab.homework.ex13.ResumeCheck.VISIBLE;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 13 is checked by. */
public final class ResumeProof implements Proof<ResumableCrawler> {

  @Override
  public Exercise<ResumableCrawler> exercise() {
    return new ResumeCheck();
  }

  @Override
  public Supplier<ResumableCrawler> right() {
    return RightResumableCrawler::new;
  }

  @Override
  public List<Wrong<ResumableCrawler>> wrong() {
    return List.of(
        new Wrong<>("loses what is in flight", LosesInFlightCrawler::new, SAVED, "it is lost for whoever resumes"),
        new Wrong<>("done when begun", DoneWhenBegunCrawler::new, SAVED, "both as done and as to do"),
        new Wrong<>("forgets what is done", ForgetsTheDoneCrawler::new, RESUME, "know what the first has done"),
        new Wrong<>("only sets a flag", OnlyAFlagCrawler::new, CANCEL, "A flag alone doesn't"),
        new Wrong<>("a plain flag", PlainFlagCrawler::new, VISIBLE, "`cancelled`"));
  }
}
