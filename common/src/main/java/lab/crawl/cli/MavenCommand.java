package lab.crawl.cli;

import java.util.List;

/** What a person types. */
public final class MavenCommand {
  private MavenCommand() {}

  /**
   * The command that builds the lab and runs one of its programs with these arguments.
   *
   * @param program as Maven knows it, for instance {@code compare}
   */
  public static String exec(String program, List<String> arguments) {
    String command = "mvn -q package exec:exec@" + program + " -DskipTests";
    return arguments.isEmpty() ? command : command + " -Dargs=\"" + String.join(" ", arguments) + "\"";
  }
}
