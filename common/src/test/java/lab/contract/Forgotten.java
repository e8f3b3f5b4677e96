package lab.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What broken crawlers left behind, so that the test can clean up after them; and the process that one of them leaves. */
final class Forgotten {
  private static final List<Thread> THREADS = new ArrayList<>();
  private static final List<Process> PROCESSES = new ArrayList<>();

  private Forgotten() {}

  static synchronized void add(Thread thread) {
    THREADS.add(thread);
  }

  static synchronized void add(Process process) {
    PROCESSES.add(process);
  }

  static synchronized void cleanUp() {
    THREADS.forEach(Thread::interrupt);
    PROCESSES.forEach(Process::destroyForcibly);
    THREADS.clear();
    PROCESSES.clear();
  }

  /** Waits until whoever started it is gone. */
  public static void main(String[] args) throws IOException {
    System.in.read();
  }
}
