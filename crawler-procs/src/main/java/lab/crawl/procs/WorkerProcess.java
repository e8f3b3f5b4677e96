package lab.crawl.procs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import lab.crawl.CrawlPlan;

/**
 * The parent's handle of one worker. What the worker says, and that it ended, arrives in the parent's mailbox, put there by
 * one reader thread; all other methods are for the thread that crawls.
 */
final class WorkerProcess {

  /** What a mailbox holds. */
  sealed interface Event {
    /** Whose news it is. */
    WorkerProcess worker();

    /** The worker said something. */
    record Said(WorkerProcess worker, Message.FromWorker message) implements Event {}

    /** The process is no more; nothing follows. The exit code is 128 + the signal's number if one killed it. */
    record Ended(WorkerProcess worker, int exitCode) implements Event {}
  }

  /**
   * Ctrl-C reaches every process of a terminal. But ending the workers is the parent's business, which may take their deaths
   * for anything: so they begin deaf to it, and a JVM leaves a signal ignored that was ignored when it began.
   */
  private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "worker");

  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final long startedAt = System.nanoTime();
  private final Process process;
  private final BufferedWriter input;
  private final Thread reader;
  private final BlockingQueue<Event> mailbox;
  /** Only the thread that crawls touches it. */
  private Optional<Long> deadline = Optional.empty();

  private WorkerProcess(Process process, BlockingQueue<Event> mailbox) {
    this.process = process;
    this.mailbox = mailbox;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.reader = Thread.ofPlatform().daemon().name("crawler-reader-" + process.pid()).unstarted(this::read);
  }

  /**
   * Starts a worker and tells it the plan. Returns at once: the worker says when it is ready, or it ends.
   *
   * @param longest how long it may take to be ready
   * @throws IOException if there is no such command
   */
  static WorkerProcess start(List<String> command, CrawlPlan plan, Duration longest, BlockingQueue<Event> mailbox)
      throws IOException {
    Process process = builder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    WorkerProcess worker = new WorkerProcess(process, mailbox);
    worker.reader.start();
    worker.say(Message.Plan.of(plan), longest);
    return worker;
  }

  /** Starts the command so that Ctrl-C doesn't reach it, where there is a POSIX shell to see to that. */
  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    if (Files.isExecutable(Path.of(DEAF_TO_CTRL_C.getFirst()))) {
      builder.command().addAll(0, DEAF_TO_CTRL_C);
    }
    return builder;
  }

  /** When it was launched, as {@link System#nanoTime()} counts. */
  long startedAt() {
    return startedAt;
  }

  /** The process id, for messages. */
  long pid() {
    return process.pid();
  }

  /**
   * Sends a message. It is short, and the worker always listens, so that this doesn't block.
   *
   * @param longest how long the worker may take to answer
   */
  void say(Message.ToWorker message, Duration longest) {
    deadline = Optional.of(System.nanoTime() + longest.toNanos());
    try {
      input.write(MessageLine.of(message) + "\n");
      input.flush();
    } catch (IOException e) {
      // The worker has ended; the mailbox will say so, and that is where its page is taken care of.
    }
  }

  /** It owes no answer any more. */
  void hasAnswered() {
    deadline = Optional.empty();
  }

  /** The time until it must have answered: zero if that is over, and as good as for ever if it owes no answer. */
  Duration untilDeadline() {
    return deadline.map(nanos -> Duration.ofNanos(Math.max(0, nanos - System.nanoTime()))).orElse(FOR_EVER);
  }

  /** Closes the worker's standard input, upon which it ends by itself. */
  void letEnd() {
    try {
      input.close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  /** Ends the worker whatever it does; {@link #awaitEnd} waits until it is gone. */
  void kill() {
    hasAnswered();
    process.destroyForcibly();
  }

  /** Waits until process and reader thread are gone, but no longer than given. */
  void awaitEnd(Duration longest) throws InterruptedException {
    reader.join(longest);
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        mailbox.add(new Event.Said(this, message(line)));
      }
    } catch (IOException e) {
      // Killed while it spoke.
    } catch (Throwable e) {
      // Whatever this thread can't bear (a line too long for the heap, say) must reach the one that waits for news.
      mailbox.add(new Event.Said(this, new Message.Bug("its answers can't be read: " + e)));
    }
    // A worker that has closed its output can never answer.
    process.destroyForcibly();
    mailbox.add(new Event.Ended(this, exitCode()));
  }

  private Message.FromWorker message(String line) {
    try {
      return MessageLine.message(line, Message.FromWorker.class);
    } catch (IllegalArgumentException e) {
      return new Message.Bug(e.getMessage());
    }
  }

  private int exitCode() {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; and the process was killed, so that the wait is short.
      }
    }
  }
}
