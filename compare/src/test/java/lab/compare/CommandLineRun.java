package lab.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command of the lab as a user runs it: in a JVM of its own, with its output and its exit code. */
public record CommandLineRun(int exitCode, List<String> out, List<String> err) {

  /** Runs a main class to its end. */
  public static CommandLineRun of(Class<?> main, String... args) {
    return finish(start(main, args));
  }

  /** The same in a JVM with one more option. */
  static CommandLineRun withJvmOption(String option, Class<?> main, String... args) {
    return withJvmOptions(List.of(option), main, args);
  }

  /** The same in a JVM with some more options. */
  public static CommandLineRun withJvmOptions(List<String> options, Class<?> main, String... args) {
    return finish(start(options, main, args));
  }

  /** Starts a main class; it stops by itself when its crawl is over. */
  static Process start(Class<?> main, String... args) {
    return start(List.of(), main, args);
  }

  private static Process start(List<String> jvmOptions, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  static CommandLineRun finish(Process process) {
    CompletableFuture<List<String>> err = CompletableFuture.supplyAsync(() -> lines(process.errorReader(StandardCharsets.UTF_8)));
    List<String> out = lines(process.inputReader(StandardCharsets.UTF_8));
    try {
      return new CommandLineRun(process.waitFor(), out, err.join());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(BufferedReader reader) {
    return reader.lines().toList();
  }
}
