package lab.compare.kill;

import java.util.Locale;

/** How, and at which moment, a crawl is ended. */
enum Kill {
  AT_RANDOM("kill -9 at any moment"),
  WORKER("kill -9 of a worker at any moment"),
  WORKERS_TOO("kill -9 of all processes at any moment"),
  TERMINATED("SIGTERM at any moment"),
  BEFORE_A_REQUEST("kill -9 before a request"),
  IN_A_BODY("kill -9 in a body"),
  BODY_SAVED("kill -9 when a body is saved"),
  RECORD_HALF_WRITTEN("kill -9 in a record"),
  RECORD_WRITTEN("kill -9 after a record"),
  MANIFEST_HALF_WRITTEN("kill -9 in the manifest"),
  DISK_FULL("the disk is full");

  private final String words;

  Kill(String words) {
    this.words = words;
  }

  /** Whether it needs worker processes. */
  boolean isOfWorkers() {
    return this == WORKER || this == WORKERS_TOO;
  }

  /** Whether the moment is up to luck, so that one try shows nothing. */
  boolean isAtRandom() {
    return switch (this) {
      case AT_RANDOM, WORKER, WORKERS_TOO, TERMINATED -> true;
      case BEFORE_A_REQUEST, IN_A_BODY, BODY_SAVED, RECORD_HALF_WRITTEN, RECORD_WRITTEN, MANIFEST_HALF_WRITTEN, DISK_FULL -> false;
    };
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
