package lab.compare.kill;

import java.util.Locale;

/** Where in its transactions a member of a crawl is. */
enum Moment {
  CLAIM_UNCOMMITTED("before a claim commits"),
  CLAIMED("after a claim"),
  IN_A_BODY("in a body"),
  BODY_SAVED("when bodies are saved"),
  COMMITTING("while a batch commits"),
  AT_RANDOM("at any moment");

  private final String words;

  Moment(String words) {
    this.words = words;
  }

  /** For a table. */
  String words() {
    return words;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
