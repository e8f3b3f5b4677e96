package lab.crawl.procs;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kotlin.Unit;
import lab.crawl.Crawler;
import lab.crawl.Sha256;
import lab.crawl.measure.FlightRecording;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.WarcWriter;

/**
 * How a worker is started: {@link WorkerMain} on the same JDK and jars as this process, unless the system property
 * {@value #PROPERTY} names another command, its words separated by spaces.
 */
final class WorkerCommand {
  /** Names a worker in another language. */
  static final String PROPERTY = "lab.procs.worker";

  /**
   * Both of the JVM's compilers, though the first alone (-XX:TieredStopAtLevel=1) starts with a third less processor time:
   * only the second uses the processor's own SHA-256. Without it the checksum takes 15 times as long and parsing nearly 3
   * times (37 kB page, warm), which a worker has lost again after some 45 pages.
   *
   * <p>The heap starts small. A page that doesn't fit ends the worker, and only it: the page goes to another, three times at most.
   */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC", "-Xms16m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError",
          // What the JVM itself has to say may not go to standard output.
          "-XX:+DisplayVMOutputToStderr", "-Xlog:disable");

  /**
   * One class of each jar that a worker needs. The parent's whole class path would do too, but takes about a seventh more
   * processor time to start; and then the archive would differ from one command to the next.
   */
  private static final List<Class<?>> CLASS_PATH =
      List.of(
          WorkerMain.class, Crawler.class, OkHttpClient.class, Buffer.class, Unit.class, Jsoup.class,
          JsonFactory.class, WarcWriter.class);

  private static final List<String> INHERITED =
      List.of("javax.net.ssl.", "http.", "https.", "socksProxy", "java.net.", "jdk.tls.", "com.sun.net.ssl.");

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

  /** The command for a person to read, without passwords. */
  static String shown() {
    return String.join(" ", of(false)).replaceAll("([Pp]assword=)\\S*", "$1…");
  }

  private static List<String> java(boolean makesArchive) {
    List<Path> classPath = CLASS_PATH.stream().map(WorkerCommand::codeSource).distinct().toList();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(inherited());
    FlightRecording.optionForWorker().ifPresent(command::add);
    // Told of a file that isn't there, the JVM does without its own archive too, unless it is to make that file.
    archive(classPath).filter(file -> makesArchive || Files.exists(file)).ifPresent(archive -> {
      command.add("-XX:SharedArchiveFile=" + archive);
      if (makesArchive) {
        command.add("-XX:+AutoCreateSharedArchive");
      }
    });
    command.addAll(List.of("-cp", joined(classPath), WorkerMain.class.getName()));
    return command;
  }

  /** What this JVM was told of certificates and of the network's ways: a worker must trust and reach what its parent would. */
  private static List<String> inherited() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> INHERITED.stream().anyMatch(name::startsWith))
        .sorted()
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  private static Path codeSource(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("class loaders give URIs", e);
    }
  }

  /**
   * Where the archive of loaded classes is: beside the worker's own jar, so that whatever removes the one removes the other.
   * The JVM itself notices that a jar has changed since, and that the file is not whole.
   *
   * @return empty if some classes are not in a jar: the JVM archives no others
   */
  private static Optional<Path> archive(List<Path> classPath) {
    if (!classPath.stream().allMatch(Files::isRegularFile)) {
      return Optional.empty();
    }
    String what = joined(classPath) + System.getProperty("java.vm.version");
    String id = Sha256.hex(what.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return Optional.of(classPath.getFirst().resolveSibling("worker-" + id + ".jsa"));
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
