package lab.crawl.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The figures that Linux shows as files (man 5 proc). */
final class LinuxProcesses implements ProcessFigures {
  private static final Path PROC = Path.of("/proc");

  /** Whether there are such files, and this process may read them: Android hides the machine's. */
  static boolean areHere() {
    return Files.isReadable(PROC.resolve("self/stat")) && CpuTimes.now().isPresent();
  }

  @Override
  public Optional<OneProcess> process(long pid) {
    Path process = PROC.resolve(Long.toString(pid));
    try {
      return Optional.of(parse(Files.readString(process.resolve("stat")), Files.readString(process.resolve("status"))));
    } catch (IOException e) {
      if (Files.exists(process)) {
        throw new UncheckedIOException("cannot read what " + process + " shows: " + e, e);
      }
      // It has ended, perhaps between the two files.
      return Optional.empty();
    }
  }

  /**
   * Reads the two files of one process.
   *
   * @param stat one line: pid, (name), state and then numbers; the name may itself have spaces and parentheses
   * @param status lines of a name, a colon and a value
   */
  static OneProcess parse(String stat, String status) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
    // The manual counts from 1, and this array begins with the manual's third field.
    long ticks = Long.parseLong(fields[14 - 3]) + Long.parseLong(fields[15 - 3]);
    int threads = Integer.parseInt(fields[20 - 3]);
    return new OneProcess(threads, 1024 * rssKibibytes(status), CpuTimes.ofTicks(ticks).toMillis());
  }

  /** What has given back all its memory, because it is about to end, has no such line. */
  private static long rssKibibytes(String status) {
    return status.lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.substring("VmRSS:".length(), line.length() - " kB".length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
