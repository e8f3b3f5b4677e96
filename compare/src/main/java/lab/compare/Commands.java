package lab.compare;

import java.util.List;

/** What a person types. */
public final class Commands {
  private Commands() {}

  /** The command that runs the comparison with these arguments. */
  public static String compare(List<String> arguments) {
    String command = "mvn -q package exec:exec@compare -DskipTests";
    return arguments.isEmpty() ? command : command + " -Dargs=\"" + String.join(" ", arguments) + "\"";
  }
}
