package lab.crawl.cli;

/**
 * Ends this JVM when the process that started it has ended. Ctrl-C reaches both by itself; but a Maven that is killed would
 * leave us behind, with the port and the cores that the next run needs.
 */
public final class EndWithParent {
  /** The system property that asks for it; {@code exec:exec} sets it. */
  private static final String PROPERTY = "lab.endWithParent";

  private EndWithParent() {}

  static void ifAsked() {
    if (Boolean.getBoolean(PROPERTY)) {
      always();
    }
  }

  /** From now on. */
  public static void always() {
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(ExitCode.FAILURES)));
  }
}
