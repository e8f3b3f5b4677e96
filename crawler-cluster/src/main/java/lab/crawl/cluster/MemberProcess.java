package lab.crawl.cluster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A member in a JVM of its own, on this machine. It is told on its standard input which crawls to join, and ends with that; all else is
 * between it and the store, whose address it finds in its environment.
 */
final class MemberProcess {
  /** What this JVM was started with, and a member should be. */
  private static final List<String> INHERITED =
      List.of("-Xm", "-XX:+Use", "--enable-native-access", "--sun-misc-unsafe", "-Djavax.net.ssl.", "-Dhttp", "-DsocksProxy", "-Djava.net.",
          "-Djdk.tls.");

  private static final int LONGEST_END_SECONDS = 5;

  private final Process process;
  private final BufferedWriter orders;

  private MemberProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @throws UncheckedIOException with one line, if there is no such program
   */
  static MemberProcess start(StoreAddress store) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    Stream<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments().stream();
    arguments.filter(argument -> INHERITED.stream().anyMatch(argument::startsWith)).forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MemberMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(StoreAddress.VARIABLE, store.url());
    try {
      return new MemberProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a member: " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Has it join a crawl, when it has left the one before. */
  void join(StoredCrawl crawl, int width) {
    try {
      orders.write(crawl.id() + " " + width + "\n");
      orders.flush();
    } catch (IOException e) {
      // It has died, which is seen when it is looked after.
    }
  }

  /** It is to leave and end. */
  void letEnd() {
    try {
      orders.close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  /** Waits until it has ended, and ends it if it doesn't. */
  void awaitEnd() {
    boolean interrupted = Thread.interrupted();
    try {
      process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    process.onExit().join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
