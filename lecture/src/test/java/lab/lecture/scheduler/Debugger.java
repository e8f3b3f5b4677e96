package lab.lecture.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MonitorContendedEnterEvent;
import com.sun.jdi.event.MonitorWaitEvent;
import com.sun.jdi.event.ThreadDeathEvent;
import com.sun.jdi.event.VMStartEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides in another JVM, the {@link Stage}, which thread takes its next step. The classes there run as they are: each of their lines that is
 * a step has a breakpoint, and a thread stands there until it is its turn. No clock decides: the JVM tells when a thread has come to a line,
 * begins to wait, finds a lock taken, or has ended.
 */
public final class Debugger implements AutoCloseable {
  /** Where a thread is that has ended. */
  public static final int ENDED = 0;

  /** Only a thread that never does what it must is given up so. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final VirtualMachine stage;
  private final Map<String, Collection<Integer>> steps;
  private final BufferedWriter commands;
  private final BufferedReader outcomes;

  /** Of the schedule that is being run: the threads by their numbers, where they are, and what happened since it was last asked. */
  private final Map<Integer, ThreadReference> threads = new HashMap<>();
  private final Map<Integer, Integer> lines = new HashMap<>();
  private final Set<Integer> arrived = new HashSet<>();
  private final Set<Integer> lockedOut = new HashSet<>();

  /**
   * Starts the stage.
   *
   * @param steps by each scenario's class the numbers of the lines that are steps
   */
  public Debugger(Map<String, ? extends Collection<Integer>> steps) throws IOException {
    this.steps = Map.copyOf(steps);
    this.stage = launch();
    this.commands = new BufferedWriter(new OutputStreamWriter(stage.process().getOutputStream(), StandardCharsets.UTF_8));
    this.outcomes = new BufferedReader(new InputStreamReader(stage.process().getInputStream(), StandardCharsets.UTF_8));
    askForEvents();
  }

  private static VirtualMachine launch() throws IOException {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    String classPath = Stream.of(Stage.class, Server.class).map(Debugger::home).distinct()
        .collect(Collectors.joining(System.getProperty("path.separator")));
    arguments.get("options").setValue("-Xmx64m -Dstdout.encoding=UTF-8 -cp \"" + classPath + "\"");
    arguments.get("main").setValue(Stage.class.getName());
    try {
      return connector.launch(arguments);
    } catch (IllegalConnectorArgumentsException | VMStartException e) {
      throw new IOException("cannot start the stage: " + e.getMessage(), e);
    }
  }

  private static String home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private void askForEvents() {
    EventRequestManager requests = stage.eventRequestManager();
    steps.keySet().forEach(scenario -> {
      ClassPrepareRequest loaded = requests.createClassPrepareRequest();
      loaded.addClassFilter(Stage.class.getPackageName() + "." + scenario);
      loaded.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      loaded.enable();
    });
    // These let the thread go on: into the wait, into the queue for the lock, to its end.
    Stream.of(requests.createMonitorWaitRequest(), requests.createMonitorContendedEnterRequest(), requests.createThreadDeathRequest())
        .forEach(request -> {
          request.setSuspendPolicy(EventRequest.SUSPEND_NONE);
          request.enable();
        });
  }

  /** Starts a scenario's threads, which come to their first steps. */
  public void begin(String scenario, int numberOfThreads) {
    threads.clear();
    lines.clear();
    arrived.clear();
    lockedOut.clear();
    send(scenario);
    Set<Integer> all = IntStream.rangeClosed(1, numberOfThreads).boxed().collect(Collectors.toSet());
    await("the threads " + all + " to begin", () -> arrived.equals(all));
  }

  /** Lets a thread take its step, until it stands at the next one, waits, or has ended. */
  public void step(int thread) {
    arrived.remove(thread);
    threads.get(thread).resume();
    await("thread " + thread + " to take its step", () -> arrived.contains(thread));
  }

  /**
   * Keeps a thread that was woken from taking the lock again before it is its turn. To be called while the thread that woke it still has that
   * lock: so it can't have it yet.
   */
  public void hold(int thread) {
    threads.get(thread).suspend();
  }

  /** Lets a thread try to get past a line at which it can't have the lock, and sees that it is locked out. */
  public void runIntoLock(int thread) {
    threads.get(thread).resume();
    await("thread " + thread + " to be locked out", () -> lockedOut.contains(thread));
  }

  /** Where the threads stand, in their order: lines of the source, or {@link #ENDED}. A thread that waits stands where it began to. */
  public List<Integer> lines() {
    return lines.keySet().stream().sorted().map(lines::get).toList();
  }

  /** What came of it, as the stage says. */
  public String outcome() {
    send("outcome");
    try {
      return outcomes.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the stage has ended", e);
    }
  }

  private void await(String what, BooleanSupplier happened) {
    try {
      // For all of it: the JVM's own threads wait now and then, too, and tell so.
      Instant end = Instant.now().plus(PATIENCE);
      while (!happened.getAsBoolean()) {
        EventSet events = stage.eventQueue().remove(Math.max(1, Duration.between(Instant.now(), end).toMillis()));
        assertThat(events).as("waited for %s; they stand at %s", what, lines).isNotNull();
        events.forEach(this::handle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + what, e);
    }
  }

  private void handle(Event event) {
    switch (event) {
      case VMStartEvent _ -> stage.resume();
      case ClassPrepareEvent prepared -> {
        addBreakpoints(prepared.referenceType());
        prepared.thread().resume();
      }
      case BreakpointEvent step -> {
        int number = Integer.parseInt(step.thread().name());
        threads.put(number, step.thread());
        arrived(step.thread(), step.location().lineNumber());
      }
      case MonitorWaitEvent wait -> numberOf(wait.thread()).forEach(arrived::add);
      case MonitorContendedEnterEvent contended -> numberOf(contended.thread()).forEach(lockedOut::add);
      case ThreadDeathEvent death -> arrived(death.thread(), ENDED);
      default -> throw new IllegalStateException("the stage has ended: " + event);
    }
  }

  private void arrived(ThreadReference thread, int line) {
    numberOf(thread).forEach(number -> {
      lines.put(number, line);
      arrived.add(number);
    });
  }

  /** One of the schedule that is being run, or none: the JVM has others. */
  private Stream<Integer> numberOf(ThreadReference thread) {
    return threads.entrySet().stream().filter(one -> one.getValue().equals(thread)).map(Map.Entry::getKey).toList().stream();
  }

  private void addBreakpoints(ReferenceType type) {
    String name = type.name().substring(type.name().lastIndexOf('.') + 1);
    steps.get(name).forEach(line -> {
      BreakpointRequest request = stage.eventRequestManager().createBreakpointRequest(begin(type, line));
      request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      request.enable();
    });
  }

  /** The code that handles exceptions may belong to the same line, but a line's first code is where it begins. */
  private static Location begin(ReferenceType type, int line) {
    try {
      return type.locationsOfLine(line).getFirst();
    } catch (AbsentInformationException e) {
      throw new IllegalStateException("compiled without line numbers: " + type, e);
    }
  }

  @Override
  public void close() {
    stage.exit(0);
  }
}
