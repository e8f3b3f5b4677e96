package lab.homework.mine;

import lab.crawl.cli.ExitCode;

/** Stands in for the comparison where Maven was not told to bring it: says what to type. Nothing here is for you to change. */
public final class CompareMine {
  private CompareMine() {}

  /** Compares nothing. */
  public static void main(String[] args) {
    String asked = args.length == 0 ? "" : " -Dargs=\"" + String.join(" ", args) + "\"";
    System.err.println("the comparison wants its profile: mvn -q -Pcompare-mine package exec:exec@compare-mine -DskipTests" + asked);
    System.exit(ExitCode.WRONG_USAGE);
  }
}
