package lab.crawl.cli;

/** What the lab's commands tell the shell. */
public final class ExitCode {
  /** Done, and nothing failed. */
  public static final int ALL_WELL = 0;

  /** Done as far as possible, but pages failed, results differ, or nothing could be crawled. After Ctrl-C it is 130. */
  public static final int FAILURES = 1;

  /** Nothing was begun: an option is wrong. */
  public static final int WRONG_USAGE = 2;

  private ExitCode() {}
}
