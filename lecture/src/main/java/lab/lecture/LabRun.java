package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lab.compare.run.LiveLine;
import lab.crawl.cli.MavenCommand;
import lab.crawl.measure.Machine;
import lab.lecture.bench.LabRunner;
import lab.lecture.labs.Lab;
import lab.lecture.labs.LabOutcome;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Verdict;

/** Runs one lab and writes down what came of it. */
final class LabRun {
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
    try (LabRunner runner = new LabRunner(quick, files.scratch(lab.info().name()), progress, end)) {
      LabOutcome outcome = lab.run(runner);
      LabResult result = result(lab, runner, outcome, begin);
      files.write(result, runner.timelines());
      return result;
    }
  }

  private static LabResult result(Lab lab, LabRunner runner, LabOutcome outcome, Instant begin) {
    return new LabResult(
        lab.info().name(),
        lab.info().line(),
        lab.info().question(),
        MavenCommand.exec("lecture", again(lab, runner.isQuick())),
        begin.truncatedTo(ChronoUnit.MILLIS).toString(),
        begin.until(Instant.now(), ChronoUnit.MILLIS) / 1e3,
        runner.isQuick(),
        Machine.here(),
        outcome.tables(),
        outcome.charts(),
        findings(lab, runner, outcome),
        runner.checked(),
        runner.problems().isEmpty(),
        lab.info().moreCores(),
        LabResult.spoken());
  }

  /** The arguments that run it again. */
  private static List<String> again(Lab lab, boolean quick) {
    List<String> arguments = new ArrayList<>(List.of("lab", lab.info().name()));
    if (quick) {
      arguments.add("--quick");
    }
    LabResult.spoken().ifPresent(code -> arguments.addAll(List.of("--lang", code)));
    return arguments;
  }

  /** One for each claim that the lab promised; none is decided by crawls that did not do the same work. */
  private static List<Finding> findings(Lab lab, LabRunner runner, LabOutcome outcome) {
    List<Integer> decided = outcome.findings().stream().map(Finding::number).sorted().toList();
    if (!decided.equals(lab.info().claims())) {
      throw new IllegalStateException(
          "lab " + lab.info().name() + " promised claims " + lab.info().claims() + " and decided " + decided);
    }
    return outcome.findings().stream().map(finding -> withReason(finding, runner)).toList();
  }

  private static Finding withReason(Finding finding, LabRunner runner) {
    if (!runner.problems().isEmpty()) {
      return finding.undecided(String.join("; ", runner.problems()));
    }
    if (finding.verdict() != Verdict.UNDECIDED) {
      return finding;
    }
    String reason = runner.isQuick() ? say("finding.quick") : finding.on().orElseThrow();
    return finding.undecided(reason + runner.disturbance().map(words -> "; " + words).orElse(""));
  }
}
