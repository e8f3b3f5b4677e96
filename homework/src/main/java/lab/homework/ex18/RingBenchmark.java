package lab.homework.ex18;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.crawl.measure.Json;
import lab.homework.grade.Card;
import lab.homework.grade.Starter;

/**
 * What a message costs from one process to another, in microseconds: as a line of JSON through a pipe, one after another, and
 * through your ring. Nothing here is for you to change. Run by hand, from the project's root:
 *
 * <pre>{@code mvn -q -pl homework -am package exec:exec@ring -DskipTests}</pre>
 *
 * <p>To think about: how much of the difference is the pipe, and how much the JSON? What does the receiver do with its processor
 * while no message is there, in both?
 */
public final class RingBenchmark {
  private static final int MESSAGES = 100_000;
  private static final int ROUNDS = 3;
  private static final int MEMORY_BYTES = 1 << 16;
  private static final int NUMBERS_BYTES = 4 + 4 + 8;
  private static final int END = -1;
  private static final Report SAMPLE = new Report(7, "http://127.0.0.1:8080/some/page/of/a/site.html", 200, 23_456);

  private static final Ring RING =
      Starter.make(new Card(18, "ring", List.of(), "", "homework/src/main/java/lab/homework/ex18/MyRing.java"));

  private RingBenchmark() {}

  /** What a worker might have to say about a page. */
  record Report(int number, String url, int status, long bytes) {
    Report as(int newNumber) {
      return new Report(newNumber, url, status, bytes);
    }
  }

  /** How messages get from here to there. */
  private interface Way {
    void send(Report report) throws IOException;
  }

  /** Without arguments it measures; with some it is the process at the other end. */
  public static void main(String[] args) throws IOException {
    if (args.length > 0) {
      receive(Path.of(args[0]), args[1]);
      return;
    }
    Path file = Files.createTempFile("ring", ".memory");
    try {
      measure(file, "pipe");
      measure(file, "ring");
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(Path file, String way) throws IOException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"), RingBenchmark.class.getName(), file.toString(), way)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (MappedMemory memory = MappedMemory.map(file, MEMORY_BYTES);
        BufferedWriter out = child.outputWriter(StandardCharsets.UTF_8);
        BufferedReader in = child.inputReader(StandardCharsets.UTF_8)) {
      Way sending = way.equals("ring") ? report -> sendByRing(memory, report, child) : report -> sendByPipe(out, report);
      for (int round = 1; round <= ROUNDS; round++) {
        long began = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
          sending.send(SAMPLE.as(i));
        }
        // The receiver says so when it has taken the last one.
        String answer = in.readLine();
        double micros = (System.nanoTime() - began) / 1e3;
        System.out.printf("%s, round %d: %.2f µs a message (%s)%n", way, round, micros / MESSAGES, answer);
      }
      sending.send(SAMPLE.as(END));
    } finally {
      child.destroy();
    }
  }

  private static void sendByPipe(BufferedWriter out, Report report) throws IOException {
    out.write(Json.line(report));
    out.newLine();
    out.flush();
  }

  private static void sendByRing(MappedMemory memory, Report report, Process child) {
    byte[] message = encode(report);
    while (!RING.offer(memory, message)) {
      if (!child.isAlive()) {
        throw new IllegalStateException("the receiver has gone");
      }
      Thread.yield();
    }
  }

  private static void receive(Path file, String way) throws IOException {
    try (MappedMemory memory = MappedMemory.map(file, MEMORY_BYTES);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      int count = 0;
      Report report;
      do {
        report = way.equals("ring") ? receiveByRing(memory) : Json.read(in.readLine(), Report.class);
        count++;
        if (report.number() == MESSAGES - 1) {
          System.out.println(count + " received");
          count = 0;
        }
      } while (report.number() != END);
    }
  }

  private static Report receiveByRing(MappedMemory memory) {
    Optional<byte[]> message = RING.poll(memory);
    while (message.isEmpty()) {
      Thread.yield();
      message = RING.poll(memory);
    }
    return decode(message.get());
  }

  private static byte[] encode(Report report) {
    byte[] url = report.url().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(NUMBERS_BYTES + url.length)
        .putInt(report.number())
        .putInt(report.status())
        .putLong(report.bytes())
        .put(url)
        .array();
  }

  private static Report decode(byte[] message) {
    ByteBuffer numbers = ByteBuffer.wrap(message);
    String url = new String(message, NUMBERS_BYTES, message.length - NUMBERS_BYTES, StandardCharsets.UTF_8);
    return new Report(numbers.getInt(), url, numbers.getInt(), numbers.getLong());
  }
}
