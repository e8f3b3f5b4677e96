package lab.lecture.probes;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Who is interrupted when others need the processor? A heart beats every 5 ms while others spin, who never wait and never give
 * way: does it go on?
 *
 * <p>Arguments: who they are, and the heart with them: {@code platform} threads, two for each core, which the operating system
 * takes the core from; {@code virtual} threads, one for each thread that carries them, which nobody does; one task on the event
 * {@code loop} that the heart is on, too. How long they spin in ms (600). Figures: {@code largestGapMillis}, the longest time
 * without a beat; {@code beats} while all spun; {@code periodMillis}, the heart's; {@code spinMillis}; {@code spinners}; {@code
 * cores}.
 */
final class Heartbeat implements Probe {
  private static final int PERIOD_MILLIS = 5;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Override
  public Map<String, Double> run(ProbeArguments arguments) throws Exception {
    String who = arguments.oneOf(0, "who", List.of("platform", "virtual", "loop"));
    int millis = arguments.number(1, "milliseconds", 600);
    return switch (who) {
      case "platform" -> onThreads(Thread.ofPlatform().daemon(), 2 * CORES, millis);
      // The scheduler has as many carriers as there are cores, or as this option of the JVM says.
      case "virtual" ->
          onThreads(Thread.ofVirtual(), Integer.getInteger("jdk.virtualThreadScheduler.parallelism", CORES), millis);
      default -> onLoop(millis);
    };
  }

  private static Map<String, Double> onThreads(Thread.Builder builder, int spinners, int millis) throws Exception {
    Pulse pulse = new Pulse();
    AtomicBoolean over = new AtomicBoolean();
    Thread heart = builder.start(() -> beat(pulse, over));
    pulse.awaitSteady();
    Spin spin = new Spin(spinners, millis);
    List<Thread> hogs = Stream.generate(() -> builder.start(spin)).limit(spinners).toList();
    for (Thread hog : hogs) {
      hog.join();
    }
    over.set(true);
    heart.join();
    return figures(pulse, spin, spinners, millis);
  }

  /** Parks, because that is what the experiment is about: does a thread get the core back when its time has come? */
  private static void beat(Pulse pulse, AtomicBoolean over) {
    while (!over.get()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS));
      pulse.beat();
    }
  }

  private static Map<String, Double> onLoop(int millis) throws Exception {
    EventLoop loop = new SingleThreadIoEventLoop(null, Thread.ofPlatform().daemon().factory(), NioIoHandler.newFactory());
    Pulse pulse = new Pulse();
    ScheduledFuture<?> heart =
        loop.scheduleWithFixedDelay(pulse::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    pulse.awaitSteady();
    Spin spin = new Spin(1, millis);
    loop.submit(spin).get();
    // The last beat: the loop has come to it, as it could have to any other.
    loop.submit(pulse::beat).get();
    heart.cancel(false);
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    return figures(pulse, spin, 1, millis);
  }

  private static Map<String, Double> figures(Pulse pulse, Spin spin, int spinners, int millis) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("largestGapMillis", pulse.largestGapSince(spin.begun()) / 1e6);
    figures.put("beats", (double) pulse.between(spin.begun(), spin.ended()));
    figures.put("periodMillis", (double) PERIOD_MILLIS);
    figures.put("spinMillis", (double) millis);
    figures.put("spinners", (double) spinners);
    figures.put("cores", (double) CORES);
    return figures;
  }
}
