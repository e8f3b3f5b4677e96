package lab.crawl.procs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** A worker that misbehaves as its argument says, upon the first page. */
final class ScriptedWorker {
  private ScriptedWorker() {}

  public static void main(String[] args) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    lines.readLine();
    System.out.println(MessageLine.of(new Message.Ready(ProcessHandle.current().pid())));
    lines.readLine();
    System.out.println(answer(args[0]));
    while (lines.readLine() != null) {
      // Nothing more is answered.
    }
  }

  private static String answer(String script) {
    HttpUrl other = HttpUrl.get("http://127.0.0.1/other");
    return switch (script) {
      case "bug" -> MessageLine.of(new Message.Bug("java.lang.IllegalStateException: scripted\n\tat lab.Some.where(Some.java:1)"));
      case "garbage" -> "a stray print, " + "x".repeat(1_000);
      case "wrong-page" -> MessageLine.of(new Message.PageVisited(new Visited(new Visit.Saved(other, 200, 0, "", "-"), List.of()), List.of()));
      case "ready-twice" -> MessageLine.of(new Message.Ready(1));
      default -> throw new IllegalArgumentException(script);
    };
  }
}
