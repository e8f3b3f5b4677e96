package lab.homework.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
  @TempDir
  private Path folder;

  @Test
  void whatDoesNotCompileIsToldByItsLineAndLeavesOthersAlone() throws IOException {
    Card broken = card(98, "MyBroken", "  public String get() { return 1 }\n");
    Card good = card(99, "MyGood", "  public String get() { return \"it works\"; }\n");

    assertThatThrownBy(() -> Starter.make(broken))
        .isInstanceOf(RuleBroken.class)
        .hasMessage("it doesn't compile: MyBroken.java line 3: ';' expected");
    assertThat(Starter.<Supplier<String>>make(good).get()).isEqualTo("it works");
  }

  @Test
  void aWarningIsNoError() throws IOException {
    Card card = card(97, "MyUnchecked", "  public String get() { return ((java.util.List<String>) (Object) java.util.List.of(\"a\")).get(0); }\n");

    assertThat(Starter.<Supplier<String>>make(card).get()).isEqualTo("a");
  }

  private Card card(int number, String name, String method) throws IOException {
    Path file = folder.resolve("java/lab/ex" + number + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package lab.ex" + number + ";\npublic final class " + name + " implements java.util.function.Supplier<String> {\n"
        + method + "}\n");
    return new Card(number, name, List.of(), "", file.toString());
  }
}
