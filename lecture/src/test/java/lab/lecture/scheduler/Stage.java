package lab.lecture.scheduler;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A JVM of its own, in which a {@link Debugger} decides whose turn it is. For each line of its input that names a scenario's class it starts
 * that scenario's threads, called {@code 1}, {@code 2} and so on; for the line {@code outcome} it prints what came of them, in the words of
 * the page's model.
 */
final class Stage {
  private final Server site = new Server("site");
  private final Server a = new Server("a");
  private final Server b = new Server("b");
  private final List<Thread> threads;
  /** What became of threads that came to an end. */
  private final Map<Thread, String> ends = new ConcurrentHashMap<>();

  private Stage(String scenario) {
    List<Work> works = works(scenario);
    threads = IntStream.range(0, works.size()).mapToObj(i -> thread(i + 1, works.get(i))).toList();
  }

  /** What a thread does. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Stage stage = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (stage != null && line.equals("outcome")) {
        System.out.println(stage.outcome());
      } else {
        stage = new Stage(line);
        stage.threads.forEach(Thread::start);
      }
    }
  }

  private List<Work> works(String scenario) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return switch (scenario) {
      case "CheckThenAct" -> List.of(new CheckThenAct(seen, site)::run, new CheckThenAct(seen, site)::run);
      case "WrongLock" -> List.of(new WrongLock(seen, site)::run, new WrongLock(seen, site)::run);
      case "RightLock" -> List.of(new RightLock(seen, site)::run, new RightLock(seen, site)::run);
      case "TwoOrders" -> List.of(new TwoOrders(a, b)::run, new TwoOrders(b, a)::run);
      case "OneOrder" -> List.of(new OneOrder(a, b)::run, new OneOrder(b, a)::run);
      case "WaitWithoutLoop" -> {
        WaitWithoutLoop pages = new WaitWithoutLoop(new ArrayDeque<>(), site);
        yield takersAndPutter(pages::visitOne, pages::put);
      }
      case "LostWakeUp" -> {
        LostWakeUp pages = new LostWakeUp(new ConcurrentLinkedQueue<>(), site);
        yield List.of(pages::visitOne, () -> pages.put("/a"));
      }
      case "WaitInLoop" -> {
        WaitInLoop pages = new WaitInLoop(new ArrayDeque<>(), site);
        yield takersAndPutter(pages::visitOne, pages::put);
      }
      default -> throw new IllegalArgumentException("no such scenario: " + scenario);
    };
  }

  private static List<Work> takersAndPutter(Work taker, Consumer<String> put) {
    return List.of(taker, taker, () -> {
      put.accept("/a");
      put.accept("/b");
    });
  }

  /** A thread that may stay for ever where it is: that keeps no JVM. */
  private Thread thread(int number, Work work) {
    return Thread.ofPlatform().name(String.valueOf(number)).daemon().unstarted(() -> {
      try {
        work.run();
        ends.put(Thread.currentThread(), "ended");
      } catch (Exception e) {
        ends.put(Thread.currentThread(), e.getClass().getSimpleName());
      }
    });
  }

  private String outcome() {
    Map<String, Integer> requests = new TreeMap<>();
    Stream.of(site, a, b).forEach(server -> requests.putAll(server.requests()));
    Stream<String> counts = requests.entrySet().stream().map(page -> page.getKey() + " " + page.getValue() + "×");
    Stream<String> states = threads.stream().map(thread -> thread.getName() + " " + state(thread));
    return Stream.of(counts, states, deadlock().stream()).flatMap(part -> part).collect(Collectors.joining(", "));
  }

  private String state(Thread thread) {
    return ends.getOrDefault(thread, thread.getState().name().toLowerCase(Locale.ROOT));
  }

  /** The JVM's own word for it. Threads of earlier schedules are still in theirs. */
  private Optional<String> deadlock() {
    long[] found = Optional.ofNullable(ManagementFactory.getThreadMXBean().findDeadlockedThreads()).orElse(new long[0]);
    Set<Long> ids = LongStream.of(found).boxed().collect(Collectors.toSet());
    List<String> names = threads.stream().filter(thread -> ids.contains(thread.threadId())).map(Thread::getName).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of("deadlock of " + String.join(" and ", names));
  }
}
