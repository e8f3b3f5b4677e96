package lab.crawl.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that make up the client: the one that crawls and all that it started, but never the practice site's.
 *
 * @param root the process that crawls
 * @param site the practice site's process, if it is a descendant of the root
 */
public record ClientProcesses(ProcessHandle root, Optional<ProcessHandle> site) {

  /** This process and all of its descendants. */
  public static ClientProcesses ofThis() {
    return ofThis(Optional.empty());
  }

  /** This process and its descendants without the practice site. */
  public static ClientProcesses ofThis(Optional<ProcessHandle> site) {
    return new ClientProcesses(ProcessHandle.current(), site);
  }

  /** All that live now, the root first. */
  Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(root), workers());
  }

  /**
   * CPU time that the root, which must be this process, and the live workers have used since they began, as the operating
   * system accounts for it. A worker's figures are gone when it ends: take differences while it lives.
   */
  public Duration cpuTime() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return workers()
        .map(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ofNanos(system.getProcessCpuTime()), Duration::plus);
  }

  /** What of that the JVMs took for themselves. */
  public JvmOverhead overhead() {
    return all().map(process -> JvmOverhead.of(process.pid())).reduce(JvmOverhead.NONE, JvmOverhead::plus);
  }

  /** What the last collections left in the heaps of all of them together; empty if nobody knows that of one of them. */
  Optional<Long> heapLeft() {
    List<Optional<Long>> heaps = all().map(HeapLeft::bytes).toList();
    return heaps.stream().allMatch(Optional::isPresent)
        ? Optional.of(heaps.stream().mapToLong(Optional::orElseThrow).sum())
        : Optional.empty();
  }

  private Stream<ProcessHandle> workers() {
    return root.descendants().filter(process -> !site.equals(Optional.of(process)));
  }
}
