package lab.lecture.labs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.compare.report.Language;
import lab.lecture.verdicts.Claim;
import lab.lecture.verdicts.Figure;
import lab.lecture.verdicts.Finding;
import lab.lecture.verdicts.Statement;
import lab.lecture.verdicts.Unit;
import lab.lecture.verdicts.Verdict;
import lab.lecture.verdicts.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each lab's rules on figures made by hand: they stand in a table of their own, {@code verdict-rules.txt}. */
class LabRulesTest {
  /** What only ever shows that something can be so refutes nothing when it doesn't show. */
  private static final Set<Integer> NEVER_REFUTED = Set.of(20, 21);

  /** What every English sentence has, and no German one. */
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|and|is|are|of|that|if|with|without|not|for|each|which|whether|by)\\b");

  /** There is a case against it that shows or doesn't: it depends, or nobody knows. */
  private static final Set<Integer> NEVER_WITHOUT_EXCEPTION = Set.of(21);

  /**
   * One row of the table.
   *
   * @param lab the lab's class, without its last word
   * @param names what it measures
   * @param values the same in figures
   * @param verdicts what is decided then
   */
  private record Row(String lab, List<String> names, List<String> values, String verdicts) {
    @Override
    public String toString() {
      return lab + " " + values;
    }

    @SuppressWarnings("unchecked")
    List<Finding> decide() throws ReflectiveOperationException {
      Class<?> measured = Class.forName("lab.lecture.labs." + lab + "Lab$Measured");
      RecordComponent[] components = measured.getRecordComponents();
      assertThat(names).as(lab).containsExactly(Stream.of(components).map(RecordComponent::getName).toArray(String[]::new));
      assertThat(values).as(lab).hasSameSizeAs(names);
      Object[] arguments = IntStream.range(0, values.size()).mapToObj(i -> argument(components[i], values.get(i))).toArray();
      Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = measured.getDeclaredConstructor(types);
      var decide = measured.getEnclosingClass().getDeclaredMethod("decide", measured);
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

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    String lab = "";
    List<String> names = List.of();
    for (String line : table().lines().filter(line -> line.contains(" | ")).toList()) {
      String[] cells = line.split(" \\|");
      List<String> words = List.of(cells[1].trim().split(" +"));
      if (cells[0].isBlank()) {
        rows.add(new Row(lab, names, words, cells[2].trim()));
      } else {
        lab = cells[0].trim();
        names = words;
      }
    }
    return rows;
  }

  private static String table() throws IOException {
    try (InputStream file = LabRulesTest.class.getResourceAsStream("verdict-rules.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRulesDecide(Row row) throws ReflectiveOperationException {
    List<String> decided = row.decide().stream().map(finding -> finding.number() + " " + finding.verdict()).toList();

    assertThat(String.join(", ", decided)).isEqualTo(row.verdicts);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void inGermanTheyHaveNoEnglishWord(Row row) {
    List<String> said = Words.in(Language.DE, () -> {
      try {
        return row.decide().stream().map(finding -> finding.words() + "; " + finding.verdictWords() + "; " + finding.rule()).toList();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    });

    assertThat(said).allSatisfy(sentences -> assertThat(sentences).doesNotContainPattern(ENGLISH).matches(".*(Gilt|Kommt darauf an).* wenn .*\\."));
  }

  @Test
  void eachClaimIsDecidedBothWaysAndLeftUndecidedByTheTable() throws IOException, ReflectiveOperationException {
    List<Finding> all = new ArrayList<>();
    for (Row row : rows()) {
      all.addAll(row.decide());
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
  void eachLabDecidesTheClaimsOnItsCardAndTogetherTheyDecideAll() throws IOException {
    assertThat(Labs.all().stream().flatMap(lab -> lab.info().claims().stream()).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, Claim.COUNT).boxed().toList());
    assertThat(rows().stream().map(Row::lab).distinct())
        .containsExactlyElementsOf(Labs.all().stream().map(lab -> lab.getClass().getSimpleName().replaceFirst("Lab$", "")).toList());
  }
}
