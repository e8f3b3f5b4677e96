package lab.lecture.verdicts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the measured figures say of a claim. */
public enum Verdict {
  /** It is so, in Java too. */
  @JsonProperty("holds")
  HOLDS,
  /** It is so where one lock per process surrounds all that computes, as in CPython, and not without. */
  @JsonProperty("only-with-gil")
  ONLY_WITH_GIL,
  /** It is so in one case and not in another. */
  @JsonProperty("depends")
  DEPENDS,
  /** It is not so in Java. */
  @JsonProperty("does-not-hold")
  DOES_NOT_HOLD,
  /** These figures vary too much, or this machine is too small, to say. */
  @JsonProperty("undecided")
  UNDECIDED;

  /** For a reader, for instance {@code holds only with a global interpreter lock}. */
  public String words() {
    return Words.say("verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
