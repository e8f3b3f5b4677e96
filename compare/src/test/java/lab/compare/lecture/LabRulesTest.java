package lab.compare.lecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each lab's rules on figures made by hand, in the order of its {@code Measured}: {@code 2} is measured in every round,
 * {@code 1~3} in one round the one, in the next the other.
 */
class LabRulesTest {
  private static final String CASES = """
      Bounds | 2 1 2 2.3 1 1 8            | 1 HOLDS, 2 DEPENDS, 4 HOLDS, 5 HOLDS
      Bounds | 2 1 2 1.2 0.7 1 8          | 1 HOLDS, 2 DEPENDS, 4 HOLDS, 5 HOLDS
      Bounds | 1 1 2 1 1 1.5 1            | 1 DOES_NOT_HOLD, 2 HOLDS, 4 DOES_NOT_HOLD, 5 DOES_NOT_HOLD
      Bounds | 2 2 1 2.3 1 1~1.5 2~8      | 1 DOES_NOT_HOLD, 2 DOES_NOT_HOLD, 4 UNDECIDED, 5 UNDECIDED
      Bounds | 1~2 1 2 1~2.3 1 1 8        | 1 UNDECIDED, 2 UNDECIDED, 4 HOLDS, 5 HOLDS
      Bounds | 1.3 1 2 1.2 0.9 1 8        | 1 UNDECIDED, 2 UNDECIDED, 4 HOLDS, 5 HOLDS
      Io | 1.1 90 8 4.8 5 160 1 160 27   | 3 HOLDS, 18 HOLDS, 28 HOLDS, 30 DOES_NOT_HOLD
      Io | 1.1 20 90 4.8 4 60 1 60 27    | 3 DOES_NOT_HOLD, 18 DOES_NOT_HOLD, 28 DOES_NOT_HOLD, 30 HOLDS
      Io | 3.5 90 8 1 5 160 9 160 180    | 3 DOES_NOT_HOLD, 18 DOES_NOT_HOLD, 28 DOES_NOT_HOLD, 30 UNDECIDED
      Io | 1.1 90 8~90 1~4.8 5 90~160 1 90~160 27 | 3 UNDECIDED, 18 UNDECIDED, 28 UNDECIDED, 30 UNDECIDED
      Cpu | 200 170 1.7    | 8 HOLDS
      Cpu | 200 99 1       | 8 DOES_NOT_HOLD
      Cpu | 200 123 1      | 8 DOES_NOT_HOLD
      Cpu | 200 99~170 1.7 | 8 UNDECIDED
      Cpu | 100 99 1       | 8 UNDECIDED
      Cpu | 120 99 1       | 8 UNDECIDED
      Cpu | 148 134 1.3    | 8 HOLDS
      Cpu | 200 110 1.1    | 8 UNDECIDED
      Poetry | 1.1 4 1.2      | 34 HOLDS
      Poetry | 4 4 1.2        | 34 DOES_NOT_HOLD
      Poetry | 1.1 1.1 1.2    | 34 DOES_NOT_HOLD
      Poetry | 1.1 4 1.2~2    | 34 UNDECIDED
      Gil | 200 1 1.8 1 180 102 1 1.8 0.55 1 1 1 1 9 | 6 ONLY_WITH_GIL, 7 ONLY_WITH_GIL, 9 ONLY_WITH_GIL, 10 ONLY_WITH_GIL, 11 HOLDS
      Gil | 200 1 1 1 100 102 1.8 1.8 1 1 1 1 3 9    | 6 HOLDS, 7 HOLDS, 9 HOLDS, 10 HOLDS, 11 DOES_NOT_HOLD
      Gil | 200 1 1.8 1.8 180 180 1 1 0.5 0.6 1 1 1~2 9 | 6 DOES_NOT_HOLD, 7 DOES_NOT_HOLD, 9 DOES_NOT_HOLD, 10 DOES_NOT_HOLD, 11 UNDECIDED
      Gil | 100 1 1 1 100 100 1 1 1 1 1 1 1 1 | 6 UNDECIDED, 7 UNDECIDED, 9 UNDECIDED, 10 UNDECIDED, 11 DOES_NOT_HOLD
      Gil | 140 1 1.4 1 130 102 1 1.3 0.7 1 1 1 1 9 | 6 UNDECIDED, 7 UNDECIDED, 9 ONLY_WITH_GIL, 10 UNDECIDED, 11 HOLDS
      Gil | 200 1 1~1.8 1 90~180 102 1~1.8 1.8 0.5~1 1 1 1 1 9 | 6 UNDECIDED, 7 UNDECIDED, 9 UNDECIDED, 10 UNDECIDED, 11 HOLDS
      Gil | 200 0 1.8 1 180 102 0.6 0.8 0.55 1 1 1 1 9 | 6 ONLY_WITH_GIL, 7 ONLY_WITH_GIL, 9 UNDECIDED, 10 ONLY_WITH_GIL, 11 HOLDS
      Cores | 2 200 1 1.9 185 2 21 1 1.8 1   | 12 HOLDS, 13 DEPENDS, 15 HOLDS, 16 DEPENDS
      Cores | 2 200 1 1 100 2 1 0 1 1        | 12 DOES_NOT_HOLD, 13 HOLDS, 15 DOES_NOT_HOLD, 16 DOES_NOT_HOLD
      Cores | 2 200 1 1~1.9 185 1 21 1 1.8 2 | 12 UNDECIDED, 13 DOES_NOT_HOLD, 15 UNDECIDED, 16 HOLDS
      Cores | 2 200 1 1.9 185 1~2 21 1 1~1.8 1 | 12 HOLDS, 13 UNDECIDED, 15 UNDECIDED, 16 UNDECIDED
      Cores | 2 140 1 1.3 130 2 21 1 1.2 1   | 12 HOLDS, 13 DEPENDS, 15 HOLDS, 16 DEPENDS
      Cores | 8 400 1 4 400 8 21 1 4 1       | 12 UNDECIDED, 13 DEPENDS, 15 HOLDS, 16 DEPENDS
      Cores | 8 800 1 4 800 8 21 1 4 1       | 12 UNDECIDED, 13 DEPENDS, 15 HOLDS, 16 DEPENDS
      Cores | 8 800 1 4 400 8 21 1 4 1       | 12 DOES_NOT_HOLD, 13 DEPENDS, 15 HOLDS, 16 DEPENDS
      Cores | 2 200 0 1 100 2 21 1 0.8 0.6 | 12 UNDECIDED, 13 DEPENDS, 15 HOLDS, 16 UNDECIDED
      Cores | 1 100 1 1 99 1 21 1 1 1        | 12 UNDECIDED, 13 DEPENDS, 15 UNDECIDED, 16 UNDECIDED
      Mixed | 2 3.5 3 5 155 60 10      | 17 HOLDS, 25 DEPENDS, 27 DEPENDS
      Mixed | 2 1 1 2 155 10 10        | 17 DOES_NOT_HOLD, 25 DOES_NOT_HOLD, 27 DOES_NOT_HOLD
      Mixed | 2 3.5 3 5 0 60 50        | 17 HOLDS, 25 HOLDS, 27 HOLDS
      Mixed | 2 1~3 3 2~5 155 60 10~50 | 17 UNDECIDED, 25 UNDECIDED, 27 UNDECIDED
      Memory | 8 1   | 14 HOLDS, 19 HOLDS
      Memory | 1 1   | 14 DOES_NOT_HOLD, 19 DOES_NOT_HOLD
      Memory | 8 8   | 14 DOES_NOT_HOLD, 19 HOLDS
      Memory | 7~8 1 | 14 UNDECIDED, 19 UNDECIDED
      Race | 40 0 0 9000 20 30     | 20 HOLDS, 21 DEPENDS, 22 HOLDS
      Race | 0 0 0 0 1 30          | 20 UNDECIDED, 21 UNDECIDED, 22 DOES_NOT_HOLD
      Race | 40 3 9 9000 20 1      | 20 UNDECIDED, 21 UNDECIDED, 22 DOES_NOT_HOLD
      Race | 40 0 0 0~900 1~20 30  | 20 HOLDS, 21 UNDECIDED, 22 UNDECIDED
      Sleepers | 2 2000 100000     | 23 HOLDS
      Sleepers | 2 100 100000      | 23 DOES_NOT_HOLD
      Sleepers | 2 100~2000 100000 | 23 UNDECIDED
      Width | 7 20 3 1 1   | 24 HOLDS, 29 DEPENDS
      Width | 7 20 3 1 1~2 | 24 HOLDS, 29 DEPENDS
      Width | 7 20 3 2 1   | 24 HOLDS, 29 DEPENDS
      Width | 1 1 3 2 2    | 24 DOES_NOT_HOLD, 29 HOLDS
      Width | 7 2 1 1 1    | 24 DOES_NOT_HOLD, 29 DOES_NOT_HOLD
      Width | 7 1~20 3 1~2 2 | 24 UNDECIDED, 29 UNDECIDED
      Switching | 0.05 1       | 26 HOLDS
      Switching | 1 1          | 26 DOES_NOT_HOLD
      Switching | 0.05 0.05    | 26 DOES_NOT_HOLD
      Switching | 0.05~1 1     | 26 UNDECIDED
      BlockedLoop | 1 2.5 1 1 10 0.01 1 1           | 31 HOLDS, 32 HOLDS, 33 DOES_NOT_HOLD, 35 HOLDS, 36 HOLDS
      BlockedLoop | 0.5 1 2 100 0.5 1 8 0.2         | 31 DOES_NOT_HOLD, 32 DOES_NOT_HOLD, 33 HOLDS, 35 DOES_NOT_HOLD, 36 DOES_NOT_HOLD
      BlockedLoop | 0.5~1 2 1~2 1~90 10 0.01~1 1 1~3 | 31 UNDECIDED, 32 UNDECIDED, 33 UNDECIDED, 35 UNDECIDED, 36 UNDECIDED
      Matrix | 200 1 1.8 1 5 1 20 1      | 37 DEPENDS, 38 DEPENDS, 39 DEPENDS
      Matrix | 200 1 1.8 2 5 2 20 2      | 37 HOLDS, 38 HOLDS, 39 HOLDS
      Matrix | 200 1 1 1 1 1 1 1         | 37 DOES_NOT_HOLD, 38 DOES_NOT_HOLD, 39 DOES_NOT_HOLD
      Matrix | 200 1 1.8 1~2 5 1~2 20 1~2 | 37 UNDECIDED, 38 UNDECIDED, 39 UNDECIDED
      Matrix | 200 0 0.8 0.4 5 1 20 1    | 37 UNDECIDED, 38 DEPENDS, 39 DEPENDS
      Matrix | 140 1 1.3 1 5 1 20 1      | 37 DEPENDS, 38 DEPENDS, 39 DEPENDS
      Matrix | 100 1 1 1 5 1 20 1        | 37 UNDECIDED, 38 DEPENDS, 39 DEPENDS
      """;

  static Stream<String> cases() {
    return CASES.lines();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRulesDecide(String line) throws ReflectiveOperationException {
    List<String> decided = decide(line).stream().map(finding -> finding.number() + " " + finding.verdict()).toList();

    assertThat(String.join(", ", decided)).isEqualTo(line.split("\\|")[2].trim());
  }

  /** What only ever shows that something can be so refutes nothing when it doesn't show. */
  private static final Set<Integer> NEVER_REFUTED = Set.of(20, 21);

  /** There is a case against it that shows or doesn't: it depends, or nobody knows. */
  private static final Set<Integer> NEVER_WITHOUT_EXCEPTION = Set.of(21);

  @Test
  void eachClaimIsDecidedBothWaysAndLeftUndecidedByTheCasesAbove() throws ReflectiveOperationException {
    List<Finding> all = new ArrayList<>();
    for (String line : CASES.lines().toList()) {
      all.addAll(decide(line));
    }
    Map<Integer, Set<Verdict>> verdicts =
        all.stream().collect(groupingBy(Finding::number, mapping(Finding::verdict, toSet())));

    assertThat(verdicts.keySet()).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, Claim.COUNT).boxed().toList());
    assertThat(verdicts).allSatisfy((claim, seen) -> assertThat(seen).as("claim " + claim).contains(
        NEVER_WITHOUT_EXCEPTION.contains(claim) ? Verdict.DEPENDS : Verdict.HOLDS, Verdict.UNDECIDED));
    verdicts.keySet().stream().filter(claim -> !NEVER_REFUTED.contains(claim)).forEach(claim ->
        assertThat(verdicts.get(claim)).as("claim " + claim).contains(Verdict.DOES_NOT_HOLD));
  }

  @Test
  void eachLabDecidesTheClaimsOnItsCardAndTogetherTheyDecideAll() {
    assertThat(Labs.all().stream().flatMap(lab -> lab.card().claims().stream()).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, Claim.COUNT).boxed().toList());
    assertThat(Labs.all().stream().filter(lab -> !lab.card().claims().isEmpty()).toList()).hasSameSizeAs(CASES.lines().map(line -> line.split(" ")[0]).distinct().toList());
  }

  @SuppressWarnings("unchecked")
  private static List<Finding> decide(String line) throws ReflectiveOperationException {
    String[] parts = line.split("\\|");
    Class<?> lab = Class.forName("lab.compare.lecture." + parts[0].trim() + "Lab");
    Class<?> measured = Class.forName(lab.getName() + "$Measured");
    RecordComponent[] components = measured.getRecordComponents();
    String[] values = parts[1].trim().split(" +");
    assertThat(values).as(line).hasSameSizeAs(components);
    Object[] arguments = IntStream.range(0, values.length).mapToObj(i -> argument(components[i], values[i])).toArray();
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var constructor = measured.getDeclaredConstructor(types);
    var decide = lab.getDeclaredMethod("decide", measured);
    return (List<Finding>) decide.invoke(null, constructor.newInstance(arguments));
  }

  private static Object argument(RecordComponent component, String values) {
    if (component.getType() == Statement.class) {
      return Statement.of(component.getName(), values.equals("1"));
    }
    String[] ends = values.split("~");
    double first = Double.parseDouble(ends[0]);
    return Figure.of(component.getName(), Unit.TIMES, first, Double.parseDouble(ends[ends.length - 1]), first);
  }
}
