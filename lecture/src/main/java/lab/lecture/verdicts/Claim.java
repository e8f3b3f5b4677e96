package lab.lecture.verdicts;

import java.util.Set;

/**
 * One sentence of the lecture that this lab is built on, in our own words. The lecture speaks of Python; whether the sentence
 * is true in Java is for a {@code Lab} to decide.
 *
 * @param number from 1, in the order of the lecture
 * @param words what is claimed
 */
public record Claim(int number, String words) {
  /**
   * Those whose experiment could hardly have come out otherwise: the language or the design makes them so, or the sizes were chosen to
   * show them.
   */
  private static final Set<Integer> DEMONSTRATED = Set.of(14, 19, 25, 27, 28, 32, 36, 38, 39);

  /** How many claims there are. */
  public static final int COUNT = 39;

  /**
   * The claim of that number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Claim of(int number) {
    if (number < 1 || number > COUNT) {
      throw new IllegalArgumentException("claim " + number + ": there are 1 to " + COUNT);
    }
    return new Claim(number, Words.say("claims." + number));
  }

  /** Whether its experiment shows it, rather than asks whether it is so. */
  public boolean isDemonstrated() {
    return DEMONSTRATED.contains(number);
  }
}
