package lab.lecture.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import lab.compare.run.ChildJvm;
import lab.crawl.measure.Json;

/**
 * A {@link ProbeMain}, seen from the lab that asks it: a fresh JVM with the same options and class path as this one.
 *
 * <p>What keeps a probe from answering is an {@link UncheckedIOException} whose one line names the probe; what the probe
 * itself printed has gone to standard error by then.
 */
public final class ProbeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String probe;
  private final ChildJvm jvm;
  private final CompletableFuture<String> answer;

  private ProbeProcess(String probe, List<String> arguments) {
    this(List.of(), probe, arguments);
  }

  private ProbeProcess(List<String> options, String probe, List<String> arguments) {
    this.probe = probe;
    this.jvm = ChildJvm.start(options, ProbeMain.class, Stream.concat(Stream.of(probe), arguments.stream()).toArray(String[]::new));
    // On a thread of its own, for a read can't be given up after a time.
    this.answer = CompletableFuture.supplyAsync(this::readAnswer, Thread.ofPlatform().daemon().name("probe-answer")::start);
  }

  /**
   * Runs a probe in a fresh JVM.
   *
   * @param probe its name, as {@link ProbeMain} knows it
   * @param arguments its sizes; none for the defaults
   * @return its figures by name
   */
  public static Map<String, Double> run(String probe, String... arguments) {
    return run(PATIENCE, probe, arguments);
  }

  static Map<String, Double> run(Duration patience, String probe, String... arguments) {
    try (ProbeProcess process = new ProbeProcess(probe, List.of(arguments))) {
      return process.figures(patience);
    }
  }

  /**
   * Runs the same probe in several fresh JVMs that are all alive at the same time.
   *
   * @return the figures of each
   */
  public static List<Map<String, Double>> runTogether(int processes, String probe, String... arguments) {
    List<ProbeProcess> together = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        together.add(new ProbeProcess(probe, List.of(arguments)));
      }
      return together.stream().map(process -> process.figures(PATIENCE)).toList();
    } finally {
      together.forEach(ProbeProcess::close);
    }
  }

  /**
   * Starts a probe, and doesn't wait for it: for several that do different things at the same time.
   *
   * @param options of its JVM, beside those of this one
   */
  public static ProbeProcess start(List<String> options, String probe, Object... arguments) {
    return new ProbeProcess(options, probe, Stream.of(arguments).map(String::valueOf).toList());
  }

  /** Its figures by name; waits for them. */
  public Map<String, Double> figures(Duration patience) {
    try {
      String json = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, Double> figures = new LinkedHashMap<>();
      Map<?, ?> read = Json.read(json, Map.class);
      read.forEach((name, figure) -> figures.put((String) name, ((Number) figure).doubleValue()));
      return figures;
    } catch (TimeoutException e) {
      throw failed("no answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted while it ran", e);
    }
  }

  private UncheckedIOException failed(String why, Throwable cause) {
    return new UncheckedIOException("probe " + probe + " failed: " + why, new IOException(cause));
  }

  private String readAnswer() {
    try {
      return jvm.answer(System.err::println);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Ends the JVM: at once if it still owes its answer. */
  @Override
  public void close() {
    if (!answer.isDone()) {
      jvm.kill();
    }
    jvm.close();
  }
}
