package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import lab.crawl.SpanKind.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpanKindTest {

  @ParameterizedTest
  @EnumSource
  void everyKindIsFoundByItsLabel(SpanKind kind) {
    assertThat(SpanKind.ofLabel(kind.label())).isSameAs(kind);
  }

  /** Files that were written with these labels are read again years later, and the report colours by the groups. */
  @ParameterizedTest
  @CsvSource({
      "START, start, START", "CONNECT, connect, WAITING", "WAIT, wait, WAITING", "RECEIVE, receive, WAITING",
      "PARSE, parse, COMPUTING", "CHECKSUM, checksum, COMPUTING",
      "STORE, store, COMPUTING", "LAG, lag, LAG"})
  void labelsAndGroupsStayAsTheyAre(SpanKind kind, String label, Group group) {
    assertThat(kind.label()).isEqualTo(label);
    assertThat(kind.group()).isEqualTo(group);
  }

  @Test
  void anUnknownLabelIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SpanKind.ofLabel("retry pause"));
  }
}
