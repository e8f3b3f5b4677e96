package lab.contract;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The virtual threads of this JVM. Only {@code jcmd PID Thread.dump_to_file} and its like list them. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /** All of them: of each the line that names it, and below that its stack. */
  public static List<String> all() {
    return Arrays.stream(text().split("\n\n"))
        .filter(thread -> thread.lines().findFirst().orElse("").contains("\" virtual"))
        .toList();
  }

  private static String text() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.txt");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
      String dump = Files.readString(file);
      Files.delete(file);
      Files.delete(folder);
      return dump;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the threads", e);
    }
  }
}
