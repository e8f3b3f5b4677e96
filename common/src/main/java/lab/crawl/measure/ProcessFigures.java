package lab.crawl.measure;

import java.util.Optional;

/** What the operating system knows of processes. */
public interface ProcessFigures {

  /**
   * One process as it is now.
   *
   * @param threads threads that the operating system knows: a JVM's own (compiler, collector) count, virtual threads don't
   * @param rssBytes resident set size: memory that is really in RAM; pages shared between processes count in each
   * @param cpuMillis CPU time since it began, in the program and in the kernel
   */
  record OneProcess(int threads, long rssBytes, long cpuMillis) {}

  /** The figures of this operating system. */
  static ProcessFigures here() {
    // OSHI knows all systems; but to load it, with its native library, costs as much as a crawl of a small site.
    return LinuxProcesses.areHere() ? new LinuxProcesses() : new OshiProcesses();
  }

  /** The process with this id; empty if it has ended. */
  Optional<OneProcess> process(long pid);
}
