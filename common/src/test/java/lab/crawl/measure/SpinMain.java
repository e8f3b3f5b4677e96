package lab.crawl.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code SpinMain MILLIS [others]} keeps a core busy, and may then say how many percent of one core others had meanwhile. */
final class SpinMain {
  private SpinMain() {}

  public static void main(String[] args) {
    Others others = Others.besideThisLab().orElseThrow();
    spin(Long.parseLong(args[0]));
    if (args.length > 1) {
      System.out.println(others.percentOfOneCore());
    }
  }

  static void spin(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  /** The cores that this process may use, as Linux lists them. */
  static String allowed() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow().split(":")[1];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
