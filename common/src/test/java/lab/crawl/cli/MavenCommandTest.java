package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MavenCommandTest {

  @Test
  void theCommandRepeatsTheArguments() {
    assertThat(MavenCommand.exec("compare", List.of("--rounds", "3")))
        .isEqualTo("mvn -q package exec:exec@compare -DskipTests -Dargs=\"--rounds 3\"");
    assertThat(MavenCommand.exec("compare", List.of())).isEqualTo("mvn -q package exec:exec@compare -DskipTests");
  }
}
