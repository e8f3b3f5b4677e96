package lab.lecture.verdicts;

import java.util.Arrays;

/** What several rounds of a measurement say to a question. */
enum Answer {
  /** The rounds say yes. */
  YES,
  /** The rounds say no. */
  NO,
  /** The rounds disagree, or there is nothing to go by. */
  UNSURE;

  /** Yes if all are; no if one surely is not; else unsure. */
  static Answer all(Answer... answers) {
    if (Arrays.asList(answers).contains(NO)) {
      return NO;
    }
    return Arrays.asList(answers).contains(UNSURE) ? UNSURE : YES;
  }

  static Answer of(boolean yes) {
    return yes ? YES : NO;
  }
}
