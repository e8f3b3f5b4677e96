package lab.crawl.procs;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.stage.Sha256;

/**
 * How a worker is started: {@link WorkerMain} on the same JDK and class path as this process, unless the system property
 * {@value #PROPERTY} names another command, its words separated by spaces.
 */
final class WorkerCommand {
  /** Names a worker in another language. */
  static final String PROPERTY = "lab.procs.worker";

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC", "-Xms16m", "-Xmx192m",
          // What the JVM itself has to say may not go to standard output.
          "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr");

  private WorkerCommand() {}

  /**
   * The command.
   *
   * @param makesArchive whether this worker writes the archive for the later ones, should it be missing or out of date
   */
  static List<String> of(boolean makesArchive) {
    String other = System.getProperty(PROPERTY);
    return other == null ? java(makesArchive) : List.of(other.strip().split(" +"));
  }

  private static List<String> java(boolean makesArchive) {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    archive(classPath).ifPresent(archive -> {
      command.add("-XX:SharedArchiveFile=" + archive);
      if (makesArchive) {
        command.add("-XX:+AutoCreateSharedArchive");
      }
    });
    command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
    return command;
  }

  private static Optional<Path> archive(String classPath) {
    List<Path> entries = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    if (!entries.stream().allMatch(Files::isRegularFile)) {
      return Optional.empty();
    }
    String id = Sha256.hex((classPath + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
    return Optional.of(entries.getFirst().resolveSibling("worker-" + id.substring(0, 16) + ".jsa"));
  }
}
