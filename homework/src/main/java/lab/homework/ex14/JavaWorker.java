package lab.homework.ex14;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A worker in a JVM of its own, which gets a task as a line on its standard input and answers with a line on its output. */
public final class JavaWorker implements Worker {
  private final Process process;
  private final BufferedWriter tasks;
  private final BufferedReader answers;

  private JavaWorker(Process process) {
    this.process = process;
    this.tasks = process.outputWriter();
    this.answers = process.inputReader();
  }

  /**
   * Starts one.
   *
   * @throws IOException if no process can be started
   */
  public static JavaWorker start() throws IOException {
    return new JavaWorker(new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // A worker lives shortly and does little.
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m",
        "-cp", classes().toString(), JavaWorkerMain.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start());
  }

  private static Path classes() {
    try {
      return Path.of(JavaWorkerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class from nowhere", e);
    }
  }

  /** The process, for whoever wants to look at it, or to kill it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public String ask(String task) throws DiedException {
    try {
      tasks.write(task);
      tasks.newLine();
      tasks.flush();
      String answer = answers.readLine();
      if (answer != null) {
        return answer;
      }
      throw new DiedException("worker " + process.pid() + " died of " + task);
    } catch (DiedException e) {
      throw e;
    } catch (IOException e) {
      throw new DiedException("worker " + process.pid() + " can't be reached: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
