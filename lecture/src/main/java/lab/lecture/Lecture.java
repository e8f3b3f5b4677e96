package lab.lecture;

import static lab.lecture.verdicts.Words.say;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.crawl.measure.Machine;
import lab.lecture.labs.Labs;
import lab.lecture.verdicts.Claim;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Verdict;

/**
 * The whole lecture, decided, as {@code lecture.json} holds it.
 *
 * @param command what to type to decide it again
 * @param begunAt when the first lab began, as ISO 8601 has it, in UTC
 * @param seconds how long all labs took
 * @param machine what it was measured on
 * @param claims all of them, by number
 * @param labs that were run, in their order
 */
public record Lecture(
    String command, String begunAt, double seconds, Machine machine, List<DecidedClaim> claims, List<LabResult> labs) {

  /**
   * A claim with what was found.
   *
   * @param number the claim's
   * @param words the claim's
   * @param lab that decides it
   * @param demonstrated whether the lab shows it rather than asks, see {@link Claim#isDemonstrated}
   * @param verdict what came out
   * @param on what it depends on, or how it could be decided; absent if there is nothing to add
   * @param rule when which verdict is given; empty if the lab was not run
   * @param figures those that decided
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record DecidedClaim(
      int number,
      String words,
      String lab,
      boolean demonstrated,
      Verdict verdict,
      Optional<String> on,
      String rule,
      List<Figure> figures) {

    private static DecidedClaim of(Claim claim, String lab, Verdict verdict, Optional<String> on, String rule, List<Figure> figures) {
      return new DecidedClaim(claim.number(), claim.words(), lab, claim.isDemonstrated(), verdict, on, rule, figures);
    }
  }

  /** The lecture as far as its labs were run. */
  static Lecture of(String command, List<LabResult> labs) {
    Map<Integer, Finding> findings = labs.stream()
        .flatMap(lab -> lab.findings().stream())
        .collect(Collectors.toMap(Finding::number, finding -> finding));
    List<DecidedClaim> claims = IntStream.rangeClosed(1, Claim.COUNT)
        .mapToObj(number -> decided(number, Optional.ofNullable(findings.get(number))))
        .toList();
    double seconds = labs.stream().mapToDouble(LabResult::seconds).sum();
    String begunAt = labs.stream().findFirst().map(LabResult::begunAt).orElse("");
    return new Lecture(command, begunAt, seconds, Machine.here(), claims, List.copyOf(labs));
  }

  private static DecidedClaim decided(int number, Optional<Finding> found) {
    Claim claim = Claim.of(number);
    String lab = Labs.of(number).info().name();
    return found
        .map(finding -> DecidedClaim.of(claim, lab, finding.verdict(), finding.on(), finding.rule(), finding.figures()))
        .orElseGet(() -> DecidedClaim.of(
            claim, lab, Verdict.UNDECIDED, Optional.of(say("terminal.lab-not-run", lab)), "", List.of()));
  }

  /** How many claims came out how. */
  Map<Verdict, Long> counts() {
    return claims.stream().collect(
        Collectors.groupingBy(DecidedClaim::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
  }

  /** The same in words, for instance {@code 39 claims: 20 hold, ...}. */
  public String summary() {
    return say("terminal.summary", claims.size(), counts().entrySet().stream()
        .map(count -> count.getValue() + " × " + count.getKey().words())
        .collect(Collectors.joining(", ")));
  }
}
