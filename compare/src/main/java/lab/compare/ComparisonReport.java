package lab.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.crawl.measure.Machine;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;

/** What a comparison prints: what was run on what, the table, and what was checked. */
final class ComparisonReport {
  private final Results results;
  private final Verification verification;
  private final Path resultsFile;

  ComparisonReport(Comparison comparison, Path resultsFile) {
    this.results = comparison.results();
    this.verification = comparison.verification();
    this.resultsFile = resultsFile;
  }

  /** The lines to print. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(crawl());
    lines.add(machine());
    lines.add("");
    lines.addAll(new ComparisonTable(results).lines());
    lines.add("");
    lines.addAll(legend());
    lines.add("");
    lines.addAll(checked());
    lines.add("All figures: " + resultsFile);
    return lines;
  }

  private String crawl() {
    PlanRecord plan = results.plan();
    return text("%s · concurrency %d · %d checksum rounds a page · %d rounds",
        results.site().description(), plan.concurrency(), plan.checksumRounds(),
        results.runs().stream().mapToInt(RunRecord::round).max().orElse(0));
  }

  private String machine() {
    Machine machine = results.machine();
    return text("%d cores · %.0f GB · %s · %s · heap up to %.1f GB a JVM",
        machine.cores(), machine.memoryBytes() / 1e9, machine.os(), machine.jdk(), machine.heapMaxBytes() / 1e9);
  }

  private static List<String> legend() {
    return List.of(
        "cold, warm: elapsed of a fresh JVM's first and second crawl, median of the rounds. All to the right is of the warm one.",
        "speed-up: sync's elapsed ÷ this one's. utilisation: client CPU ÷ elapsed; 100 % is one core busy all the time.",
        "in flight: most requests at a time, as the server saw it. threads, RSS: at most, all processes of the client.",
        "start: from the launch of the JVM to its first crawl.");
  }

  private List<String> checked() {
    if (verification.crawls() == 0) {
      return List.of("NOT CHECKED: --max-pages cut every crawl short, so no digest can be compared.");
    }
    if (!verification.allEqual()) {
      List<String> lines = new ArrayList<>();
      lines.add("ERROR: the variants did not do the same work.");
      lines.addAll(verification.differences());
      return lines;
    }
    List<String> lines = new ArrayList<>();
    lines.add(text("Checked: %d crawls, one site digest: %s", verification.crawls(), results.runs().getFirst().siteDigest()));
    lines.add(text("         %d URLs verified in each: same outcome, status, length, SHA-256 and checksum%s.",
        verification.urls(), failures()));
    requests().ifPresent(lines::add);
    return lines;
  }

  private String failures() {
    int failed = results.runs().getFirst().failed();
    return failed == 0 ? "" : text("; %d of them failed, the same way in all", failed);
  }

  private Optional<String> requests() {
    Set<Integer> counts =
        results.runs().stream().flatMap(run -> run.serverRequests().stream()).collect(Collectors.toSet());
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(counts.size() == 1
        ? text("         The server counted %d requests in each.", counts.iterator().next())
        : text("         The server counted different numbers of requests: %s (retries?).", counts));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
