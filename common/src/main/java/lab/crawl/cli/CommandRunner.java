package lab.crawl.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs a picocli command as all of the lab's commands run. Wrong usage ({@link UsageException}) and what the environment
 * refuses ({@link UncheckedIOException}: a disk, a port, a process) get one line; anything else is a bug and gets its stack
 * trace.
 */
public final class CommandRunner {
  private CommandRunner() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void runAndExit(Callable<Integer> command, String... args) {
    EndWithParent.ifAsked();
    System.exit(commandLine(command).execute(args));
  }

  /** The command line, for a test to run without ending the JVM. */
  public static CommandLine commandLine(Callable<Integer> command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .registerConverter(Path.class, new Places.Converter())
        .setParameterExceptionHandler((wrong, args) -> wrongUsage(wrong.getCommandLine(), wrong.getMessage()))
        .setExecutionExceptionHandler((thrown, line, parsed) -> failed(thrown, line));
  }

  private static int failed(Exception thrown, CommandLine line) throws Exception {
    if (thrown instanceof UsageException) {
      return wrongUsage(line, thrown.getMessage());
    }
    Optional<Throwable> io =
        Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
            .filter(UncheckedIOException.class::isInstance)
            .findFirst();
    if (io.isEmpty()) {
      throw thrown;
    }
    line.getErr().println(io.get().getMessage());
    return ExitCode.FAILURES;
  }

  private static int wrongUsage(CommandLine line, String message) {
    line.getErr().println(message.lines().findFirst().orElse("wrong usage") + " (--help lists all options)");
    return ExitCode.WRONG_USAGE;
  }
}
