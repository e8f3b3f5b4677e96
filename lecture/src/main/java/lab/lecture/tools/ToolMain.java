package lab.lecture.tools;

import lab.compare.run.ChildJvm;
import lab.crawl.cli.EndWithParent;
import lab.crawl.measure.Json;
import lab.lecture.faults.Fault;

/** The JVM of one tool: {@code ToolMain TOOL FAULT} asks it, and prints its find as a line of JSON behind {@value ChildJvm#ANSWER}. */
final class ToolMain {
  private ToolMain() {}

  /** Asks; ends at once then, because a crawl that hangs would hold the JVM up. */
  public static void main(String[] args) {
    EndWithParent.always();
    try {
      answer(Tool.valueOf(args[0]).open().about(Fault.valueOf(args[1])));
    } catch (Throwable e) { // A tool that fails has given no answer, and its threads would hold the JVM up as well.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** Answers, and ends this JVM. */
  static void answer(Find find) {
    System.out.println();
    System.out.println(ChildJvm.ANSWER + Json.line(find));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
