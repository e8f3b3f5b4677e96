package lab.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Finds threads and processes that a closed crawler left behind. */
final class Leaks implements AutoCloseable {
  private final HangGuard guard;
  private final Set<Long> processesBefore;
  private final Set<String> virtualThreadsBefore;

  /** Remembers what there is now. */
  Leaks(HangGuard guard) {
    this.guard = guard;
    this.processesBefore = processes().map(ProcessHandle::pid).collect(Collectors.toSet());
    this.virtualThreadsBefore = VirtualThreads.all().stream().map(Leaks::number).collect(Collectors.toSet());
  }

  private static Stream<ProcessHandle> processes() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
  }

  /** Fails if there is more now. What was told to end gets the time to do so. */
  @Override
  public void close() {
    try {
      Awaitility.await()
          .pollDelay(0, TimeUnit.MILLISECONDS)
          .atMost(guard.patience())
          .until(() -> found().isEmpty());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("the closed crawler left behind:\n" + String.join("\n\n", found()), e);
    }
  }

  private List<String> found() {
    List<String> found = new ArrayList<>();
    Threads.of(guard.group()).forEach(thread -> found.add("thread " + Threads.stack(thread)));
    VirtualThreads.all().stream()
        .filter(thread -> !virtualThreadsBefore.contains(number(thread)))
        .forEach(thread -> found.add("thread " + thread));
    processes()
        .filter(process -> !processesBefore.contains(process.pid()))
        .forEach(process -> found.add("process " + process.pid() + " " + process.info().commandLine().orElse("")));
    return found;
  }

  private static String number(String virtualThread) {
    return virtualThread.substring(0, virtualThread.indexOf(' '));
  }
}
