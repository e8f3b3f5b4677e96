package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.crawl.cli.UsageException;
import org.junit.jupiter.api.Test;

class VariantsTest {

  @Test
  void whatIsOfferedIsFound() {
    assertThat(Variants.named("threads").name()).isEqualTo("threads");
    assertThatThrownBy(() -> Variants.named("fibres")).isInstanceOf(UsageException.class).hasMessageStartingWith("no variant 'fibres'");
  }

  @Test
  void whatIsNotOfferedOnlyALabFinds() {
    assertThat(Variants.forLab("hidden").name()).isEqualTo("hidden");
    assertThat(Variants.forLab("threads").name()).isEqualTo("threads");
    assertThatThrownBy(() -> Variants.named("hidden"))
        .isInstanceOf(UsageException.class)
        .hasMessage("no variant 'hidden': there are async, async-offload, cluster, dropping, dying, procs, sync, threads, virtual");
    assertThatThrownBy(() -> Variants.forLab("fibres")).isInstanceOf(UsageException.class);
  }
}
