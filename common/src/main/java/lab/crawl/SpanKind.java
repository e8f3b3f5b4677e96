package lab.crawl;

import java.util.Locale;

/** What a {@link Lane} may be at during a {@link Span}. */
public enum SpanKind {
  /** A worker process or a pool's thread starts: from its launch until it can visit its first page. */
  START(Group.START),
  /** Looking up the host, connecting, and shaking hands if it is https. */
  CONNECT(Group.WAITING),
  /** From the sending of the request until the first byte of the reply. */
  WAIT(Group.WAITING),
  /** From the first byte of the reply until the last. */
  RECEIVE(Group.WAITING),
  /** Parsing, and finding the outlinks. */
  PARSE(Group.COMPUTING),
  /** The CPU-bound stage. */
  CHECKSUM(Group.COMPUTING),
  /** Taking the body's SHA-256, if nobody needed it before, and writing the body to its file, if that is wanted. */
  STORE(Group.COMPUTING),
  /** How late an event loop was: from when a timer was due until it fired. */
  LAG(Group.LAG);

  /** What kinds have in common. */
  public enum Group {
    /** Being made ready. */
    START,
    /** The network's turn: no processor is needed. */
    WAITING,
    /** A page is worked on: a processor is needed. */
    COMPUTING,
    /** Nobody's work, but the price of it. */
    LAG
  }

  private final Group group;

  SpanKind(Group group) {
    this.group = group;
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SpanKind ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name in files and pictures, for instance {@code checksum}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this is waiting, computing or neither. */
  public Group group() {
    return group;
  }

  /** Whether a page is worked on, which takes a processor. */
  public boolean isComputing() {
    return group == Group.COMPUTING;
  }
}
