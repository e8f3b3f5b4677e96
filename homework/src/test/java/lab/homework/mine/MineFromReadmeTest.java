package lab.homework.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk to a variant of one's own, as it is written: the template, its two TODOs replaced by the README's code. */
@DisabledIfSystemProperty(named = "exercise", matches = ".+", disabledReason = "only one exercise is asked for")
@DisabledIfSystemProperty(named = "checks.times", matches = "[0-9]+", disabledReason = "the checks are checked")
class MineFromReadmeTest {
  private static final String COMPARISON = "lab.compare.CompareMain";
  private static final Path TEMPLATE = Path.of("src/main/java/lab/homework/mine/MineCrawler.java");
  private static final Pattern CODE_OF_A_TODO = Pattern.compile("\\*\\*TODO ([12])\\*\\*[^`]*```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TODO = Pattern.compile(" *// TODO ([12]):[^\n]*\n *throw new UnsupportedOperationException[^\n]*\n");

  @TempDir
  private Path folder;

  @Test
  void theTemplateSolvedAsTheReadmeSaysFindsWhatSyncFinds() throws Exception {
    assumeThat(isThere(COMPARISON)).as("only -Pcompare-mine brings the comparison").isTrue();
    compile(solvedTemplate());

    Path results = folder.resolve("results.json");
    Process comparison = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", folder + File.pathSeparator + System.getProperty("java.class.path"),
        COMPARISON, "--variants", "sync,threads,mine", "--site", "synthetic:30", "--latency", "1ms",
        "--rounds", "1", "--quiet", "--results", results.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();

    // The comparison itself fails when the digests differ.
    assertThat(comparison.waitFor()).as(this::output).isZero();
    assertThat(output()).contains("mine").contains("one site digest");
    assertThat(Files.readString(results)).contains("\"mine\"");
  }

  private static boolean isThere(String type) {
    return MineFromReadmeTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return "no output: " + e;
    }
  }

  private static String solvedTemplate() throws IOException {
    List<MatchResult> code = CODE_OF_A_TODO.matcher(Files.readString(Path.of("README.md"))).results().toList();
    assertThat(code).hasSize(2);
    String template = Files.readString(TEMPLATE);
    assumeThat(TODO.matcher(template).results()).as("the template has been filled in: there is nothing to try").hasSize(2);
    return TODO.matcher(template).replaceAll(todo -> code.stream()
        .filter(candidate -> candidate.group(1).equals(todo.group(1)))
        .map(candidate -> Matcher.quoteReplacement(candidate.group(2)))
        .findFirst()
        .orElseThrow());
  }

  private void compile(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("MineCrawler.java"), source);
    int errors = ToolProvider.getSystemJavaCompiler().run(null, null, System.err, "-d", folder.toString(), "-proc:none",
        "-cp", System.getProperty("java.class.path"), file.toString());
    assertThat(errors).as(source).isZero();
  }
}
