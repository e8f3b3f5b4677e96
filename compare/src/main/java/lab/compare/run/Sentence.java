package lab.compare.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * What a file says, for whichever language reads it.
 *
 * @param key of its text
 * @param values for the text's places
 */
public record Sentence(String key, List<Object> values) {
  /** Copies the list. */
  @JsonCreator
  public Sentence {
    values = List.copyOf(values);
  }

  static Sentence of(String key, Object... values) {
    return new Sentence(key, List.of(values));
  }

  /** Words that are the same in each language; a file of an older version has nothing else. */
  @JsonCreator
  static Sentence ofWords(String words) {
    return of("checked.words", words);
  }
}
