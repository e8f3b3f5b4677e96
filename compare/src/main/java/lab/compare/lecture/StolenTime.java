package lab.compare.lecture;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/**
 * How much processor time the host of a virtual machine gave to others while this one wanted it: "steal" in Linux's
 * {@code /proc/stat}. On other systems, and on real machines, it is always 0.
 */
final class StolenTime {
  private static final CentralProcessor PROCESSOR = new SystemInfo().getHardware().getProcessor();

  private final long[] begin = PROCESSOR.getSystemCpuLoadTicks();

  /** The share of the time wanted since this was made that was stolen, 0 to 1; 0 if none was wanted. */
  double share() {
    long[] now = PROCESSOR.getSystemCpuLoadTicks();
    long wanted = 0;
    for (TickType type : TickType.values()) {
      boolean isIdle = type == TickType.IDLE || type == TickType.IOWAIT;
      wanted += isIdle ? 0 : now[type.getIndex()] - begin[type.getIndex()];
    }
    long stolen = now[TickType.STEAL.getIndex()] - begin[TickType.STEAL.getIndex()];
    return wanted == 0 ? 0 : (double) stolen / wanted;
  }
}
