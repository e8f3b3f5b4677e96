package lab.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What students get, and what they don't. That it can be built and graded is tried by {@code .ci/run}. */
@DisabledIfSystemProperty(named = "exercise", matches = ".+", disabledReason = "only one exercise is asked for")
@DisabledIfSystemProperty(named = "checks.times", matches = "[0-9]+", disabledReason = "the checks are checked")
class HandOutTest {
  private static final Path LAB = Path.of("..");

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void studentsGetStartersAndChecksButNoSolution() throws Exception {
    assumeTrue(Files.exists(LAB.resolve(".git")), "only a clone can be handed out");
    assertThat(handOut(LAB, folder.resolve("students").toString())).isZero();
    List<String> files = files(folder.resolve("students"));
    assertThat(files).contains("pom.xml", "homework/src/main/java/lab/homework/ex06/MyOnceCrawler.java",
        "homework/src/test/java/lab/homework/ex06/OnceCheck.java", ".github/workflows/grade.yml", ".devcontainer/devcontainer.json");
    assertThat(files.stream().filter(HandOutTest::isInAnExercise).map(HandOutTest::name))
        .isNotEmpty().doesNotContainAnyElementsOf(solutions());
    assertThat(files).noneMatch(file -> file.startsWith("homework/teachers/") || file.startsWith(".ci/") || file.endsWith("/ci.yml"));
  }

  /** All solutions, as {@link #name} names them. */
  private static Set<String> solutions() throws IOException {
    Set<String> names = files(Path.of("src")).stream()
        .filter(file -> file.contains("solutions/") && isInAnExercise(file))
        .map(HandOutTest::name)
        .collect(Collectors.toSet());
    assertThat(names).contains("ex06/RightOnceCrawler.java", "ex06/CheckThenActCrawler.java", "ex16/RightPageLoader.java");
    return names;
  }

  private static boolean isInAnExercise(String file) {
    return file.matches(".*lab/homework/ex[0-9]+/\\w+\\.java");
  }

  /** A file with its exercise: whichever source root it is in. */
  private static String name(String file) {
    return file.replaceFirst(".*/(ex[0-9]+/)", "$1");
  }

  @ParameterizedTest
  @CsvSource({
    "homework/src/main/java/lab/homework/ex06/MyOnceCrawler.java, true",
    "homework/src/solutions/java/lab/homework/ex06/RightOnceCrawler.java, false",
    "homework/src/preview/solutions/java/lab/homework/ex16/RightPageLoader.java, false",
    "homework/src/preview/main/java/lab/homework/ex16/MyPageLoader.java, true",
    "homework/teachers/README.md, false",
    ".ci/run, false",
    "crawler-threads/README.md, true"
  })
  void whatIsForStudentsIsToldByItsFolder(String file, boolean isForStudents) {
    assertThat(HandOut.isForStudents(file)).isEqualTo(isForStudents);
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(handOut(LAB, folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is there already, and not empty: name a new folder").hasLineCount(1);
    assertThat(files(folder)).containsExactly("mine.txt");
  }

  @Test
  void withoutAFolderItSaysHowToNameOne() throws Exception {
    assertThat(handOut(LAB, "")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("-Dhandout=../students").hasLineCount(1);
  }

  @Test
  void aStarterThatIsSolvedIsNotHandedOut() throws Exception {
    Path lab = folder.resolve("lab");
    Path starter = lab.resolve("homework/src/main/java/lab/homework/ex06/MyOnceCrawler.java");
    Files.createDirectories(starter.getParent());
    Files.writeString(starter, "class MyOnceCrawler {}");
    git(lab, "init", "-q");
    git(lab, "add", ".");
    assertThat(handOut(lab, folder.resolve("students").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("MyOnceCrawler.java has no TODO any more").hasLineCount(1);
    assertThat(folder.resolve("students")).doesNotExist();
  }

  private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    assertThat(new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
  }

  private int handOut(Path lab, String target) throws IOException, InterruptedException {
    return HandOut.run(lab, target, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).toList();
    }
  }
}
