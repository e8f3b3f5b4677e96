package lab.compare.probe;

import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** This JVM as the operating system sees it. */
final class ThisProcess {
  private static final SystemInfo SYSTEM = new SystemInfo();

  private ThisProcess() {}

  /** Its threads: the JVM's own (compiler, collector) are among them, virtual threads are not. */
  static int osThreads() {
    return look().getThreadCount();
  }

  /** Resident set size: memory that is really in RAM. */
  static long rssBytes() {
    return look().getResidentMemory();
  }

  private static OSProcess look() {
    return SYSTEM.getOperatingSystem().getProcess((int) ProcessHandle.current().pid());
  }
}
