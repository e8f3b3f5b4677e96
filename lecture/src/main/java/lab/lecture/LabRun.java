package lab.lecture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lab.compare.run.LiveLine;
import lab.crawl.cli.MavenCommand;
import lab.crawl.measure.Machine;
import lab.lecture.bench.Bench;
import lab.lecture.labs.Lab;
import lab.lecture.labs.LabOutcome;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Verdict;

/** Runs one lab and writes down what came of it. */
final class LabRun {
  private static final String QUICK = "a quick look is too short for that: run the lab without --quick";

  private LabRun() {}

  /**
   * Runs a lab.
   *
   * @param quick whether only a quick look is wanted
   * @param files where its results go
   * @param progress is told what runs just now
   * @param end until when there is time for more than what is necessary
   */
  static LabResult of(Lab lab, boolean quick, LabFiles files, LiveLine progress, Instant end) {
    Instant begin = Instant.now();
    try (Bench bench = new Bench(quick, files.scratch(lab.card().name()), progress, end)) {
      LabOutcome outcome = lab.run(bench);
      LabResult result = result(lab, bench, outcome, begin);
      files.write(result, bench.timelines());
      return result;
    }
  }

  private static LabResult result(Lab lab, Bench bench, LabOutcome outcome, Instant begin) {
    return new LabResult(
        lab.card().name(),
        lab.card().line(),
        lab.card().question(),
        MavenCommand.exec("lecture", bench.isQuick() ? List.of("lab", lab.card().name(), "--quick") : List.of("lab", lab.card().name())),
        begin.truncatedTo(ChronoUnit.MILLIS).toString(),
        begin.until(Instant.now(), ChronoUnit.MILLIS) / 1e3,
        bench.isQuick(),
        Machine.here(),
        outcome.tables(),
        outcome.charts(),
        findings(lab, bench, outcome),
        bench.checked(),
        bench.problems().isEmpty(),
        lab.card().moreCores());
  }

  /** One for each claim that the lab promised; none is decided by crawls that did not do the same work. */
  private static List<Finding> findings(Lab lab, Bench bench, LabOutcome outcome) {
    List<Integer> decided = outcome.findings().stream().map(Finding::number).sorted().toList();
    if (!decided.equals(lab.card().claims())) {
      throw new IllegalStateException(
          "lab " + lab.card().name() + " promised claims " + lab.card().claims() + " and decided " + decided);
    }
    return outcome.findings().stream().map(finding -> withReason(finding, bench)).toList();
  }

  private static Finding withReason(Finding finding, Bench bench) {
    if (!bench.problems().isEmpty()) {
      return finding.undecided(String.join("; ", bench.problems()));
    }
    if (finding.verdict() != Verdict.UNDECIDED) {
      return finding;
    }
    String reason = bench.isQuick() ? QUICK : finding.on().orElseThrow();
    return finding.undecided(reason + bench.disturbance().map(words -> "; " + words).orElse(""));
  }
}
