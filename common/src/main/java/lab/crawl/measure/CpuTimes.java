package lab.crawl.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Linux's cores did since it was started, all cores together (the first line of {@code /proc/stat}, man 5 proc_stat).
 *
 * @param used what programs had, and the kernel for them and for devices
 * @param interrupts the part of {@code used} that interrupts took, which no program asked for at that moment
 * @param idle what nobody had
 * @param stolen what the host of a virtual machine gave to others
 */
public record CpuTimes(Duration used, Duration interrupts, Duration idle, Duration stolen) {
  private static final Path STAT = Path.of("/proc/stat");

  /** USER_HZ is 100 on all processors that Linux runs a JVM on (man 5 proc_stat). */
  private static final int MILLIS_PER_TICK = 10;

  /** As they are now; empty on a system without that file. */
  public static Optional<CpuTimes> now() {
    if (!Files.isReadable(STAT)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STAT)) {
      return lines.findFirst().map(CpuTimes::parse);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STAT + ": " + e, e);
    }
  }

  /** Reads that line: {@code cpu user nice system idle iowait irq softirq steal …}; a virtual machine's guests are in user. */
  static CpuTimes parse(String line) {
    long[] ticks = Stream.of(line.split(" +")).skip(1).mapToLong(Long::parseLong).toArray();
    long interrupts = ticks[5] + ticks[6];
    return new CpuTimes(
        ofTicks(ticks[0] + ticks[1] + ticks[2] + interrupts),
        ofTicks(interrupts),
        ofTicks(ticks[3] + ticks[4]),
        ofTicks(ticks[7]));
  }

  /** How long so many of the kernel's clock ticks take. */
  static Duration ofTicks(long ticks) {
    return Duration.ofMillis(MILLIS_PER_TICK * ticks);
  }
}
