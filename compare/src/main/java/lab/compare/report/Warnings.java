package lab.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.compare.run.Results;
import lab.compare.stats.Spread;
import lab.crawl.measure.RunRecord;

/** What makes the figures of a comparison worth less than they look. */
final class Warnings {
  /** Other programs may use so much of the machine before it counts as busy. */
  private static final double OTHERS_SHARE = 0.15;

  /** From here on client and server together leave no core to anybody: more of one is less of the other. */
  private static final double FULL_MACHINE = 0.95;

  /** Of the latency asked for; and a reply may always take this much longer. */
  private static final double LATE_REPLY = 1.5;

  private static final double REPLY_TOLERANCE_MILLIS = 5;

  /** Below this share of the width, the server didn't get as much to do at a time as was asked for. */
  private static final double FILLED_WIDTH = 0.9;

  /** A crawl of fewer pages than this many times its width has no time to fill it. */
  private static final int PAGES_PER_WIDTH = 4;

  private final Results results;
  private final Texts texts;
  private final FigureText figures;

  Warnings(Results results, Texts texts) {
    this.results = results;
    this.texts = texts;
    this.figures = new FigureText(texts);
  }

  /** One line each; none if all is well. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    busyMachine().ifPresent(lines::add);
    notSteady().ifPresent(lines::add);
    lateReplies().ifPresent(lines::add);
    fullMachine().ifPresent(lines::add);
    width().ifPresent(lines::add);
    return lines;
  }

  private Optional<String> busyMachine() {
    List<Double> shares = results.runs().stream()
        .filter(run -> run.round() > 0)
        .flatMap(run -> run.client().othersCpuMillis().map(cpu -> share(run, cpu)).stream())
        .toList();
    double most = shares.isEmpty() ? 0 : Spread.of(shares).median();
    return most <= OTHERS_SHARE
        ? Optional.empty()
        : Optional.of(texts.say("warning.busy", figures.percent(100 * most)));
  }

  private Optional<String> notSteady() {
    String cold = results.variants().stream().filter(variant -> !results.wasSteady(variant)).collect(Collectors.joining(", "));
    return cold.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say("warning.not-steady", cold));
  }

  private Optional<String> lateReplies() {
    if (results.site().leastLatencyMillis().isEmpty()) {
      return Optional.empty();
    }
    double latency = results.site().leastLatencyMillis().get();
    String late = results.variants().stream()
        .flatMap(variant -> results.median(variant, true, run -> run.server().meanReplyMillis())
            .filter(reply -> latency > 0 && reply > LATE_REPLY * latency + REPLY_TOLERANCE_MILLIS)
            .map(reply -> texts.say("warning.late-one", figures.whole(reply), variant)).stream())
        .collect(Collectors.joining(", "));
    return late.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say("warning.late", late, figures.whole(latency)));
  }

  private Optional<String> fullMachine() {
    String full = results.variants().stream()
        .filter(variant -> results.of(variant, true).stream().anyMatch(this::isFull))
        .collect(Collectors.joining(", "));
    return full.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say("warning.full", full));
  }

  private boolean isFull(RunRecord run) {
    return run.server().cpuMillis()
        .filter(cpu -> share(run, cpu + run.client().cpuMillis()) >= FULL_MACHINE)
        .isPresent();
  }

  private Optional<String> width() {
    int width = results.plan().concurrency();
    String narrow = results.variants().stream()
        .filter(variant -> !variant.equals(Results.YARDSTICK))
        .flatMap(variant -> narrow(variant, width))
        .collect(Collectors.joining(", "));
    return narrow.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.say("warning.narrow", width, narrow));
  }

  private Stream<String> narrow(String variant, int width) {
    return results.of(variant, true).stream()
        .filter(run -> run.outcome().pages() >= PAGES_PER_WIDTH * width)
        .flatMap(run -> run.server().peakInFlight().stream())
        .max(Integer::compare)
        .filter(peak -> peak < FILLED_WIDTH * width)
        .map(peak -> texts.say("warning.narrow-one", peak, variant))
        .stream();
  }

  private double share(RunRecord run, double cpuMillis) {
    return cpuMillis / (run.elapsedMillis() * results.machine().cores());
  }
}
