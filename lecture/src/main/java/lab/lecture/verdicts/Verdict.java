package lab.lecture.verdicts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the measured figures say of a claim. */
public enum Verdict {
  /** It is so, in Java too. */
  @JsonProperty("holds")
  HOLDS("holds"),
  /** It is so where one lock per process surrounds all that computes, as in CPython, and not without. */
  @JsonProperty("only-with-gil")
  ONLY_WITH_GIL("holds only with a global interpreter lock"),
  /** It is so in one case and not in another. */
  @JsonProperty("depends")
  DEPENDS("depends"),
  /** It is not so in Java. */
  @JsonProperty("does-not-hold")
  DOES_NOT_HOLD("does not hold in Java"),
  /** These figures vary too much, or this machine is too small, to say. */
  @JsonProperty("undecided")
  UNDECIDED("undecided here");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** For a reader, for instance {@code holds only with a global interpreter lock}. */
  public String words() {
    return words;
  }
}
