package lab.compare.kill;

import java.util.Locale;

/** What is killed of a crawl that members share by a database. */
enum Victim {
  MEMBER("kill -9 of a member"),
  MEMBERS("kill -9 of all members"),
  SESSION("a member's session is ended"),
  BACKEND("kill -9 of a member's backend"),
  POSTMASTER("kill -9 of the postmaster"),
  PARENT("kill -9 of the parent"),
  EVERYTHING("kill -9 of everything");

  private final String words;

  Victim(String words) {
    this.words = words;
  }

  /** Whether the command has to be given again; else the crawl must go on by itself. */
  boolean isTheCommand() {
    return this == PARENT || this == EVERYTHING;
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
