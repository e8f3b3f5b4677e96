package lab.compare.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command of a JVM that is killed before long: it starts with as little work as can be. */
final class ShortLivedJvm {
  private ShortLivedJvm() {}

  static List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> java = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path"));
    return Stream.of(java, options, List.of(main), arguments).flatMap(List::stream).toList();
  }
}
