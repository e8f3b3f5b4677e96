package lab.homework.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.contract.VirtualThreads;

/** Which threads of a solution wait for what, in words. */
final class Waiting {
  private static final int MOST_THREADS = 6;

  private Waiting() {}

  /** The threads of a group, and all virtual threads, that are in code of an exercise. */
  static String of(ThreadGroup group, Class<?> check) {
    List<String> threads = Stream.concat(platform(group, check), virtual(check)).distinct().toList();
    if (threads.isEmpty()) {
      return "None of its threads is left: whoever should have reported the end is gone.";
    }
    String more = threads.size() > MOST_THREADS ? "; and " + (threads.size() - MOST_THREADS) + " more" : "";
    return "Its threads: " + threads.stream().limit(MOST_THREADS).collect(Collectors.joining("; ")) + more + ".";
  }

  private static Stream<String> platform(ThreadGroup group, Class<?> check) {
    Thread[] threads = new Thread[2 * group.activeCount() + 100];
    group.enumerate(threads, true);
    long[] ids = Arrays.stream(threads).filter(Objects::nonNull).mapToLong(Thread::threadId).toArray();
    return Arrays.stream(ManagementFactory.getThreadMXBean().getThreadInfo(ids, Integer.MAX_VALUE))
        .filter(Objects::nonNull)
        .flatMap(thread -> words(thread, check));
  }

  private static Stream<String> words(ThreadInfo thread, Class<?> check) {
    String owner = thread.getLockOwnerName() == null ? "" : ", which \"" + thread.getLockOwnerName() + "\" holds";
    String lock = thread.getLockName() == null ? "" : " for " + thread.getLockName().replaceAll(".*\\.", "") + owner;
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(check.getPackageName() + "."))
        // The student's own line, if it has one; the check's, which it called, else.
        .min(Comparator.comparing(frame -> frame.getClassName().startsWith(check.getName())))
        .map(frame -> "\"" + thread.getThreadName() + "\" " + verb(thread.getThreadState()) + lock + ", at " + place(frame))
        .stream();
  }

  private static String verb(Thread.State state) {
    return switch (state) {
      case RUNNABLE -> "runs";
      case BLOCKED -> "is blocked";
      case WAITING, TIMED_WAITING -> "waits";
      case NEW, TERMINATED -> "is not alive";
    };
  }

  private static String place(StackTraceElement frame) {
    return frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }

  /**
   * The management interface doesn't know virtual threads; the JVM's own dump does. But JDK 25.0.3 was seen to crash when it dumps
   * virtual threads just as they are mounted and unmounted: so those are only named when none of them runs.
   */
  private static Stream<String> virtual(Class<?> check) {
    return oneIsMounted() ? Stream.of("virtual threads that go on running") : parkedVirtual(check);
  }

  private static boolean oneIsMounted() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getMethodName().equals("runContinuation"));
  }

  private static Stream<String> parkedVirtual(Class<?> check) {
    return VirtualThreads.all().stream()
        .flatMap(thread -> thread.lines()
            // A line of a stack: "at class.method(file:line)".
            .map(line -> line.strip().replaceFirst("^at ", ""))
            .filter(line -> line.startsWith(check.getPackageName() + "."))
            .min(Comparator.comparing(line -> line.startsWith(check.getName())))
            .map(line -> "a virtual thread waits at " + line)
            .stream());
  }
}
