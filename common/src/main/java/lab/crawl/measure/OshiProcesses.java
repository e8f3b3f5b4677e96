package lab.crawl.measure;

import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor.TickType;

/**
 * The figures by OSHI, which asks each system in its own way. Its first answer takes about half a second of CPU time, and
 * those of {@link #machineCpuMillis()} may be 300 ms old.
 */
final class OshiProcesses implements ProcessFigures {
  private final SystemInfo system = new SystemInfo();

  @Override
  public Optional<OneProcess> process(long pid) {
    return Optional.ofNullable(system.getOperatingSystem().getProcess((int) pid))
        .map(process -> new OneProcess(
            process.getThreadCount(), process.getResidentMemory(), process.getKernelTime() + process.getUserTime()));
  }

  @Override
  public long machineCpuMillis() {
    long[] ticks = system.getHardware().getProcessor().getSystemCpuLoadTicks();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()] + ticks[TickType.STEAL.getIndex()];
    long all = 0;
    for (long tick : ticks) {
      all += tick;
    }
    return all - idle;
  }
}
