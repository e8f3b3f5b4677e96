package lab.lecture.probes;

import lab.crawl.measure.ProcessFigures;
import lab.crawl.measure.ProcessFigures.OneProcess;

/** This JVM as the operating system sees it. */
final class ThisProcess {
  private static final ProcessFigures FIGURES = ProcessFigures.here();

  private ThisProcess() {}

  /** Its threads: the JVM's own (compiler, collector) are among them, virtual threads are not. */
  static int osThreads() {
    return look().threads();
  }

  /** Resident set size: memory that is really in RAM. */
  static long rssBytes() {
    return look().rssBytes();
  }

  private static OneProcess look() {
    return FIGURES.process(ProcessHandle.current().pid()).orElseThrow();
  }
}
