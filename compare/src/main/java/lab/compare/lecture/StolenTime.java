package lab.compare.lecture;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/**
 * How much processor time the host of a virtual machine gave to others while this one wanted it: "steal" in Linux's
 * {@code /proc/stat}, counted from when this was made. On other systems, and on real machines, it is always 0.
 */
final class StolenTime {
  private static final CentralProcessor PROCESSOR = new SystemInfo().getHardware().getProcessor();

  private final long beginNanos = System.nanoTime();
  private final long beginStolen = stolenMillis();

  /** What was stolen from all cores ÷ the time that has passed; 100 % is one core that was missing all the time. */
  double percentOfOneCore() {
    double elapsedMillis = (System.nanoTime() - beginNanos) / 1e6;
    return 100 * (stolenMillis() - beginStolen) / elapsedMillis;
  }

  private static long stolenMillis() {
    return PROCESSOR.getSystemCpuLoadTicks()[TickType.STEAL.getIndex()];
  }
}
