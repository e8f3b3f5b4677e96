package lab.compare.kill;

import java.util.Locale;

/** What else may happen to a crawl that members share by a database, beside that something is killed. */
enum Disturbance {
  FROZEN("a member is frozen", "until its pages are others'"),
  FROZEN_IN_A_TRANSACTION("a member is frozen", "before a claim commits, for 10 s"),
  DATABASE_AWAY("the database is stopped", "for 20 s"),
  DISK_FULL("the database's disk is full", "for 5 s"),
  TWO_AT_ONCE("two commands at once", "on a new store");

  private final String words;
  private final String when;

  Disturbance(String words, String when) {
    this.words = words;
    this.when = when;
  }

  /** For a table. */
  String words() {
    return words;
  }

  /** For a table. */
  String when() {
    return when;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
