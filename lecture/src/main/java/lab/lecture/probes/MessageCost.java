package lab.lecture.probes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.compare.run.ChildJvm;
import lab.crawl.measure.Json;

/**
 * What does it cost to have something done by another process? An order goes to it through a pipe, as a line of JSON, and its answer
 * comes back through another; nothing else is done. Both are about as long as what a crawler and its workers say of a page.
 *
 * <p>Arguments: messages (3,000), of which as many again go before to warm up. Figures: {@code micros}, from an order until its
 * answer has been understood, on average; {@code messages}.
 */
final class MessageCost implements Probe {
  private static final List<String> LINKS =
      IntStream.range(0, 12).mapToObj(i -> "http://127.0.0.1:8080/pages/page-" + i + ".html").toList();

  /** What is said: an order has no links, its answer has. */
  record Letter(int number, String url, String sha256, List<String> links) {
    static Letter order(int number) {
      return new Letter(number, LINKS.getFirst(), "", List.of());
    }

    Letter answer() {
      return new Letter(number, url, "0123456789abcdef".repeat(4), LINKS);
    }
  }

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    int messages = arguments.number(0, "messages", 3_000);
    Process other = new ProcessBuilder(ChildJvm.command(Answerer.class))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (PrintWriter orders = new PrintWriter(other.outputWriter(StandardCharsets.UTF_8), true);
        BufferedReader answers = other.inputReader(StandardCharsets.UTF_8)) {
      exchange(messages, orders, answers);
      long begin = System.nanoTime();
      exchange(messages, orders, answers);
      return Map.of("micros", (System.nanoTime() - begin) / 1e3 / messages, "messages", (double) messages);
    }
  }

  private static void exchange(int messages, PrintWriter orders, BufferedReader answers) throws IOException {
    for (int number = 0; number < messages; number++) {
      orders.println(Json.line(Letter.order(number)));
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("the other process ended before it answered; what it printed is above");
      }
      Letter answer = Json.read(line, Letter.class);
      if (answer.number() != number) {
        throw new IllegalStateException("asked " + number + ", and " + answer.number() + " was answered");
      }
    }
  }
}
