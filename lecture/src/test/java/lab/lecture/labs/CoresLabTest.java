package lab.lecture.labs;

import static org.assertj.core.api.Assertions.assertThat;

import lab.lecture.labs.CoresLab.BreakEven;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresLabTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // 400 ms lost at first, 800 ms gained by 1,000 rounds a page.
      "100 | 1700 | 500 | 1300 | 500",
      "100 | 900  | 500 | 1300 | 'never, by these figures'",
      "100 | 1700 | 500 | 2100 | 'never, by these figures'",
      "500 | 1700 | 100 | 900  | 'from the first, by these figures'",
      "500 | 600  | 100 | 900  | 'only with hardly any work, by these figures'"})
  void processesPayFromWhereALineThroughBothAmountsMeetsSyncs(
      double lightSync, double heavySync, double lightProcs, double heavyProcs, String from) {
    assertThat(BreakEven.pays(1_000, lightSync, heavySync, lightProcs, heavyProcs)).isEqualTo(from);
  }
}
