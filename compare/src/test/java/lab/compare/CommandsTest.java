package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

  @Test
  void theCommandRepeatsTheArguments() {
    assertThat(Commands.compare(List.of("--rounds", "3")))
        .isEqualTo("mvn -q package exec:exec@compare -DskipTests -Dargs=\"--rounds 3\"");
    assertThat(Commands.compare(List.of())).isEqualTo("mvn -q package exec:exec@compare -DskipTests");
  }
}
