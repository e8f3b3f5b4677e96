package lab.crawl.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Processor time that a JVM took for itself, by the names of its threads: Linux counts it for each of them, in nanoseconds
 * ({@code /proc/PID/task/TID/schedstat}, Documentation/scheduler/sched-stats in the kernel's source). On other systems it is zero. What a
 * thread used that has ended since is lost, which happens to compilers that have nothing to do.
 *
 * @param compiler of the just-in-time compilers
 * @param collector of the garbage collector, and of the thread that halts all others for it
 */
public record JvmOverhead(Duration compiler, Duration collector) {
  /** Nothing. */
  public static final JvmOverhead NONE = new JvmOverhead(Duration.ZERO, Duration.ZERO);

  /** Linux keeps the first 15 characters of a name. */
  private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

  private static final List<String> COLLECTORS = List.of("GC Thread", "G1 ", "ZWorker", "ZDriver", "ZDirector", "Shenandoah", "VM Thread");

  /** Of one process up to now; {@link #NONE} if it has ended, is no JVM, or isn't on Linux. */
  static JvmOverhead of(long pid) {
    JvmOverhead sum = NONE;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads) {
        sum = sum.plus(ofThread(thread));
      }
    } catch (IOException e) {
      // It has ended, or this system has no such files.
    }
    return sum;
  }

  private static JvmOverhead ofThread(Path thread) {
    try {
      String name = Files.readString(thread.resolve("comm"));
      boolean compiles = COMPILERS.stream().anyMatch(name::startsWith);
      if (!compiles && COLLECTORS.stream().noneMatch(name::startsWith)) {
        return NONE;
      }
      String first = Files.readString(thread.resolve("schedstat")).split(" ")[0];
      Duration used = Duration.ofNanos(Long.parseLong(first));
      return compiles ? new JvmOverhead(used, Duration.ZERO) : new JvmOverhead(Duration.ZERO, used);
    } catch (IOException e) {
      // The thread has ended.
      return NONE;
    }
  }

  JvmOverhead plus(JvmOverhead other) {
    return new JvmOverhead(compiler.plus(other.compiler), collector.plus(other.collector));
  }

  /** What came since; never below zero, although a thread may have ended and taken its figures with it. */
  JvmOverhead since(JvmOverhead before) {
    return new JvmOverhead(atLeastZero(compiler.minus(before.compiler)), atLeastZero(collector.minus(before.collector)));
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Both together. */
  public Duration all() {
    return compiler.plus(collector);
  }
}
