package lab.lecture.labs;

import static lab.lecture.verdicts.Words.say;

import java.util.List;

/**
 * What is known of a lab before it runs.
 *
 * @param name what it is called on the command line, for instance {@code poetry}
 * @param line what it does, on one line
 * @param seconds about how long it takes with usual sizes, on two cores
 * @param claims the numbers of the claims that it decides, in ascending order
 * @param question what the reader should predict before looking, in one or more sentences; ends with a question mark
 * @param moreCores what would come out otherwise with more cores
 */
public record LabInfo(String name, String line, int seconds, List<Integer> claims, String question, String moreCores) {
  /** What the lecture's texts say of a lab of that name. */
  static LabInfo of(String name, int seconds, List<Integer> claims) {
    String lab = "lab." + name;
    return new LabInfo(name, say(lab + ".line"), seconds, claims, say(lab + ".question"), say(lab + ".more-cores"));
  }
}
