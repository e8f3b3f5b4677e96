package lab.lecture.probes;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import lab.crawl.cli.EndWithParent;
import lab.crawl.measure.Json;

/** The other process of {@link MessageCost}: answers each order, until its input ends. */
final class Answerer {
  private Answerer() {}

  /** Answers. */
  public static void main(String[] args) throws IOException {
    EndWithParent.always();
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      answers.println(Json.line(Json.read(line, MessageCost.Letter.class).answer()));
    }
  }
}
