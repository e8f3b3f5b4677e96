package lab.compare.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.crawl.measure.JvmStart;

/**
 * A fresh JVM that is told something on its standard input, line by line, and answers on lines of its standard output that begin with
 * {@value #ANSWER}. It has the same options and class path as this one: so {@code -DjvmArgs} reaches it.
 *
 * <p>What keeps it from answering is an {@link UncheckedIOException} whose one line names it; what it printed itself has gone to standard
 * error by then.
 */
public final class ChildJvm implements AutoCloseable {
  /** Begins each answer: the JVM itself writes to standard output, too, for instance if it is asked to log. */
  public static final String ANSWER = "answer: ";

  private static final int END_SECONDS = 10;

  private final Process process;
  private final PrintWriter input;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one, and does not wait for it. */
  public static ChildJvm start(Class<?> main, String... arguments) {
    return start(List.of(), main, arguments);
  }

  /** The same with further options, which count for more than those of this JVM. */
  public static ChildJvm start(List<String> options, Class<?> main, String... arguments) {
    List<String> command = command(main, arguments);
    command.addAll(command.indexOf("-cp"), options);
    try {
      return new ChildJvm(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  /** What starts one. */
  public static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + JvmStart.LAUNCHED_AT + "=" + System.currentTimeMillis());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Its process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Says a line to it. */
  public void tell(String line) {
    input.println(line);
  }

  /**
   * Waits for its next answer.
   *
   * @param others is given each other line that it prints
   * @throws IOException if it ends without one
   */
  public String answer(Consumer<String> others) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
      others.accept(line);
    }
    throw new IOException("its JVM ended; what it printed is above");
  }

  /** Ends it at once. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Ends it: the end of its input tells it that nobody needs it any more. If it goes on for ten seconds, it is killed. */
  @Override
  public void close() {
    input.close();
    try {
      if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }
}
