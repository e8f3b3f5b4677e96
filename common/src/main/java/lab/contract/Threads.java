package lab.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which threads there are, virtual ones included, and where they are just now. */
final class Threads {
  /** Threads that a library makes once for the whole JVM, whoever asks first. They end by themselves and hold no JVM up. */
  private static final Pattern SHARED =
      Pattern.compile("OkHttp TaskRunner.*|OkHttp ConnectionPool.*|Okio Watchdog|ForkJoinPool.commonPool.*"
          + "|CompletableFutureDelayScheduler|globalEventExecutor.*");

  private Threads() {}

  /** The platform threads of a group, without those that belong to the whole JVM. */
  static List<Thread> of(ThreadGroup group) {
    Thread[] threads = new Thread[2 * group.activeCount() + 100];
    group.enumerate(threads, true);
    return Arrays.stream(threads)
        .filter(Objects::nonNull)
        .filter(thread -> !SHARED.matcher(thread.getName()).matches())
        .toList();
  }

  /** Where the threads of a group are, and all virtual threads. */
  static String stacks(ThreadGroup group) {
    Stream<String> platform = of(group).stream().map(Threads::stack);
    return Stream.concat(platform, VirtualThreads.all().stream()).collect(Collectors.joining("\n\n"));
  }

  static String stack(Thread thread) {
    return Stream.concat(
            Stream.of("\"" + thread.getName() + "\" " + thread.getState()),
            Arrays.stream(thread.getStackTrace()).map(frame -> "    at " + frame))
        .collect(Collectors.joining("\n"));
  }
}
