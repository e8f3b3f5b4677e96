package lab.crawl.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Linux's cores did since it was started, those together that this process may use ({@code /proc/stat}, man 5 proc_stat).
 *
 * @param used what programs had, and the kernel for them and for devices
 * @param interrupts the part of {@code used} that interrupts took, which no program asked for at that moment
 * @param idle what nobody had
 * @param stolen what the host of a virtual machine gave to others
 */
public record CpuTimes(Duration used, Duration interrupts, Duration idle, Duration stolen) {
  private static final Path STAT = Path.of("/proc/stat");
  private static final Pattern CORE = Pattern.compile("cpu(\\d+) (.*)");
  private static final CpuTimes NONE = new CpuTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** The step of the operating system's clock for CPU time: USER_HZ is 100 on all processors that Linux runs a JVM on (man 5 proc_stat). */
  public static final int MILLIS_PER_TICK = 10;

  /** As they are now, of the cores that this process may use; empty on a system without that file. */
  public static Optional<CpuTimes> now() {
    if (!Files.isReadable(STAT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(Files.readAllLines(STAT), cores()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STAT + ": " + e, e);
    }
  }

  /**
   * Reads a line for each core: {@code cpu3 user nice system idle iowait irq softirq steal …}; a virtual machine's guests are in user.
   *
   * @param cores the numbers of those that count
   */
  static CpuTimes parse(List<String> lines, BitSet cores) {
    return lines.stream()
        .map(CORE::matcher)
        .filter(core -> core.matches() && cores.get(Integer.parseInt(core.group(1))))
        .map(core -> ofOne(core.group(2)))
        .reduce(NONE, CpuTimes::plus);
  }

  private static CpuTimes ofOne(String numbers) {
    long[] ticks = Stream.of(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
    long interrupts = ticks[5] + ticks[6];
    return new CpuTimes(
        ofTicks(ticks[0] + ticks[1] + ticks[2] + interrupts),
        ofTicks(interrupts),
        ofTicks(ticks[3] + ticks[4]),
        ofTicks(ticks[7]));
  }

  private CpuTimes plus(CpuTimes other) {
    return new CpuTimes(
        used.plus(other.used), interrupts.plus(other.interrupts), idle.plus(other.idle), stolen.plus(other.stolen));
  }

  /** How long so many of the kernel's clock ticks take. */
  static Duration ofTicks(long ticks) {
    return Duration.ofMillis(MILLIS_PER_TICK * ticks);
  }

  /** The numbers of the cores that this process may use. */
  static BitSet cores() {
    return Cores.MINE;
  }

  /** Which cores this process may use; found once, because nobody changes it while a lab runs. */
  private static final class Cores {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    static final BitSet MINE = mine();

    private static BitSet mine() {
      try (Stream<String> lines = Files.lines(STATUS)) {
        return lines.filter(line -> line.startsWith(ALLOWED))
            .findFirst()
            .map(line -> coresOf(line.substring(ALLOWED.length())))
            .orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + STATUS + ": " + e, e);
      }
    }
  }

  /** Reads a list such as {@code 0-3,8} (man 7 cpuset). */
  static BitSet coresOf(String list) {
    BitSet cores = new BitSet();
    for (String range : list.strip().split(",")) {
      String[] ends = range.split("-");
      cores.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
    }
    return cores;
  }
}
