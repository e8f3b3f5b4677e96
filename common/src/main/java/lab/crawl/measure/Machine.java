package lab.crawl.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run was made on; figures from two machines can't be compared, nor can those of one whose JVMs had other options. In a container
 * cores and memory are what the container allows.
 *
 * @param os name, version and architecture of the operating system
 * @param processor the model's name, as far as the system tells it
 * @param cores processors that the JVM may use
 * @param memoryBytes physical memory
 * @param jdk vendor and version of the runtime
 * @param heapMaxBytes most heap of the measured JVM
 * @param collector the garbage collector's parts, for instance {@code G1 Young Generation, G1 Old Generation}
 * @param jvmOptions that this JVM was started with, without properties
 */
public record Machine(
    String os, String processor, int cores, long memoryBytes, String jdk, long heapMaxBytes, String collector, String jvmOptions) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine and this JVM. */
  public static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        Runtime.getRuntime().maxMemory(),
        ManagementFactory.getGarbageCollectorMXBeans().stream().map(MemoryManagerMXBean::getName).collect(Collectors.joining(", ")),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> !argument.startsWith("-D"))
            .collect(Collectors.joining(" ")));
  }

  private static String processorName() {
    if (!Files.isReadable(CPU_INFO)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
