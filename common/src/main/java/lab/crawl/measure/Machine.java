package lab.crawl.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a run was made on; figures from two machines can't be compared.
 *
 * @param os name, version and architecture of the operating system
 * @param cores processors that the JVM may use
 * @param memoryBytes physical memory
 * @param jdk vendor and version of the runtime
 * @param heapMaxBytes most heap of the measured JVM
 */
public record Machine(String os, int cores, long memoryBytes, String jdk, long heapMaxBytes) {

  /** This machine and this JVM. */
  public static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        Runtime.getRuntime().maxMemory());
  }
}
