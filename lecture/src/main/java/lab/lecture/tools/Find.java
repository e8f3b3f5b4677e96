package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.util.Locale;

/**
 * What a tool made of a fault.
 *
 * @param answer in one word
 * @param after how much it took until then, such as {@code 37 runs}; of {@link Answer#NOT_ASKED} nothing
 * @param told what it said, in its own words, or why it can't be asked; as many lines as it had
 * @param seconds how long one waited for that, from the start of its JVM on
 */
public record Find(Answer answer, String after, String told, double seconds) {
  private static final int LONGEST = 300;

  /** Whether it found something. */
  public enum Answer {
    /** It said that something is wrong. */
    FOUND,
    /** It said that all is well, or said nothing. */
    NOT_FOUND,
    /** It didn't come to an end. */
    HUNG,
    /** It ended without an answer: then it has found nothing, and nothing can be said of it. */
    FAILED,
    /** It knows no such question, or can't be run here. */
    NOT_ASKED;

    private String word() {
      return say("find." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  static Find found(String after, String told) {
    return new Find(Answer.FOUND, after, told, 0);
  }

  static Find notFound(String after) {
    return new Find(Answer.NOT_FOUND, after, "", 0);
  }

  static Find hung(String told) {
    return new Find(Answer.HUNG, "", told, 0);
  }

  static Find notAsked(String why) {
    return new Find(Answer.NOT_ASKED, "", why, 0);
  }

  Find took(double howManySeconds) {
    return new Find(answer, after, told, howManySeconds);
  }

  /** As the cell of a table has it. */
  public String cell() {
    String what = after.isEmpty() ? answer.word() : answer.word() + ", " + after;
    return answer == Answer.NOT_ASKED ? what : what + String.format(Locale.ROOT, ", %.0f s", seconds);
  }

  /** Whether something was found. */
  public boolean hasFound() {
    return answer == Answer.FOUND;
  }

  /** The first of what it told, on one line. */
  public String shortened() {
    String line = told.strip().replaceAll("\\s*\\R\\s*", " ¶ ").replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
