package lab.crawl.cli;

import java.io.Console;

/** Where output goes. */
public final class Terminal {
  private Terminal() {}

  /** Whether a person watches: output goes to a terminal, not to a file or a pipe. */
  public static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
