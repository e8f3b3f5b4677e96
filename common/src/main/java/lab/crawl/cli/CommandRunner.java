package lab.crawl.cli;

import java.io.IOException;
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
    System.exit(exitCode(commandLine(command), args));
  }

  /** An error would end this thread only, and others may live on for ever. */
  private static int exitCode(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println(HeapWatch.advice("the heap is full"));
    } catch (Error e) {
      e.printStackTrace(line.getErr());
    }
    return ExitCode.FAILURES;
  }

  /** The command line, for a test to run without ending the JVM. */
  public static CommandLine commandLine(Callable<Integer> command) {
    return new Line(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .registerConverter(Path.class, new Places.Converter())
        .setParameterExceptionHandler((wrong, args) -> wrongUsage(wrong.getCommandLine(), wrong.getMessage()))
        .setExecutionExceptionHandler((thrown, line, parsed) -> failed(thrown, line));
  }

  /**
   * Refuses what the library takes: letters that couldn't be read, and two options that name one place. And an argument file
   * ({@code @FILE}) that can't be read would be a bug to it.
   */
  private static final class Line extends CommandLine {
    Line(Callable<Integer> command) {
      super(command);
    }

    @Override
    public ParseResult parseArgs(String... args) {
      Stream.of(args).filter(arg -> arg.indexOf('\uFFFD') >= 0).findFirst().ifPresent(arg -> {
        throw new ParameterException(this, "'" + arg + "' has letters that this locale doesn't know: set LC_ALL=C.UTF-8 and try again");
      });
      try {
        ParseResult parsed = super.parseArgs(args);
        Places.clash(parsed.asCommandLineList().getLast().getParseResult().matchedOptions()).ifPresent(line -> {
          throw new ParameterException(this, line);
        });
        return parsed;
      } catch (InitializationException e) {
        Throwable io = causes(e).filter(IOException.class::isInstance).findFirst().orElseThrow(() -> e);
        throw new ParameterException(this, e.getMessage() + ": " + io.getMessage());
      }
    }
  }

  private static int failed(Exception thrown, CommandLine line) throws Exception {
    if (thrown instanceof UsageException) {
      return wrongUsage(line, thrown.getMessage());
    }
    line.getErr().println(unusable(thrown).orElseThrow(() -> thrown));
    return ExitCode.FAILURES;
  }

  /** The line that says which file, folder or host couldn't be used; empty if what was thrown is a bug. */
  public static Optional<String> unusable(Throwable thrown) {
    return causes(thrown).filter(UncheckedIOException.class::isInstance).findFirst().map(Throwable::getMessage);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
  }

  private static int wrongUsage(CommandLine line, String message) {
    line.getErr().println(message.lines().findFirst().orElse("wrong usage") + " (--help lists all options)");
    return ExitCode.WRONG_USAGE;
  }
}
