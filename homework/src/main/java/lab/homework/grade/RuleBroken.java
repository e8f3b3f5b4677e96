package lab.homework.grade;

/** A solution breaks a rule. The message is for the student: what was seen, why it is wrong, and where to look. */
public final class RuleBroken extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was seen, with values put in as by {@link String#formatted}. */
  public RuleBroken(String message, Object... values) {
    super(message.formatted(values));
  }

  /** Throws unless something is so. */
  public static void unless(boolean isSo, String message, Object... values) {
    if (!isSo) {
      throw new RuleBroken(message, values);
    }
  }
}
