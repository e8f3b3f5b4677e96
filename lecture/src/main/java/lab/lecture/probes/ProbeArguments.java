package lab.lecture.probes;

import java.util.List;
import lab.crawl.cli.UsageException;

/**
 * What a probe is told: words on its command line, by position; what is left out has a default.
 *
 * @param words the words
 */
record ProbeArguments(List<String> words) {

  /** The whole number at a position, 1 at least. */
  int number(int position, String what, int otherwise) {
    return number(position, what, otherwise, Integer.MAX_VALUE);
  }

  /** The whole number at a position, from 1 to a greatest. */
  int number(int position, String what, int otherwise, int greatest) {
    if (position >= words.size()) {
      return otherwise;
    }
    String word = words.get(position);
    try {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same message as for a number out of range.
    }
    throw new UsageException(what + " must be a whole number from 1 to " + greatest + ", not " + word);
  }

  /** The word at a position, which must be one of these. */
  String oneOf(int position, String what, List<String> choices) {
    String word = position < words.size() ? words.get(position) : "nothing";
    if (choices.contains(word)) {
      return word;
    }
    throw new UsageException(what + " must be one of " + String.join(", ", choices) + ", not " + word);
  }
}
