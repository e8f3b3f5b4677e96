package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.compare.CommandLineRun;
import lab.lecture.labs.Labs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCommandsTest {
  @TempDir private Path folder;

  @Test
  void theLabsAreListedWithTheirClaims() {
    CommandLineRun run = CommandLineRun.of(LectureMain.class, "labs");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Labs.all().forEach(lab -> assertThat(run.out()).anyMatch(line -> line.startsWith(lab.info().name() + " ")));
    assertThat(run.out()).anyMatch(line -> line.matches("gil +\\d+ +6 7 9 10 11 .*interpreter lock.*"));
  }

  @Test
  void thePageOfTheSchedulerNeedsNoLabAndMayBeInGerman() {
    CommandLineRun run = CommandLineRun.of(LectureMain.class, "scheduler", "--lang", "de", "--results", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).containsExactly("Du bist der Scheduler: " + folder.resolve("scheduler.html") + "  (öffne die Seite in einem Browser)");
    assertThat(folder.resolve("scheduler.html")).content().contains("<html lang=\"de\">", "record CheckThenAct(", "record WaitWithoutLoop(");
  }

  @Test
  void aLabAsksMeasuresDecidesAndWritesItAllDown() throws IOException {
    CommandLineRun run = CommandLineRun.of(LectureMain.class, "lab", "memory", "--quick", "--results", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .anyMatch(line -> line.startsWith("Predict first: "))
        .anyMatch(line -> line.matches("eight threads of one process +8"))
        .anyMatch(line -> line.equals("Claim 14: Processes share no memory; threads do."))
        .anyMatch(line -> line.equals("  Holds"))
        .anyMatch(line -> line.startsWith("  Rule: Holds if "))
        .anyMatch(line -> line.contains(folder.resolve("report.html").toString()));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("labs/memory.json").toFile());
    assertThat(json.get("name").asText()).isEqualTo("memory");
    assertThat(json.get("quick").asBoolean()).isTrue();
    assertThat(json.get("findings").findValuesAsText("verdict")).containsExactly("holds", "holds");
    assertThat(folder.resolve("report.html")).content().contains("\"name\":\"memory\"");
  }

  @Test
  void theLectureHasAllClaimsEvenThoseWhoseLabWasNotRun() throws IOException {
    CommandLineRun run =
        CommandLineRun.of(LectureMain.class, "--quick", "--labs", "memory", "--results", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.matches("  memory +\\d+ s   2 of 2 claims decided"))
        .anyMatch(line -> line.equals("39 claims: 2 × holds, 37 × undecided here."));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("lecture.json").toFile());
    assertThat(json.get("claims")).hasSize(39).allSatisfy(claim -> {
      assertThat(claim.get("number").asInt()).isBetween(1, 39);
      assertThat(claim.get("verdict").asText()).isIn("holds", "only-with-gil", "depends", "does-not-hold", "undecided");
      assertThat(claim.get("figures").isArray()).isTrue();
    });
    assertThat(json.get("command").asText())
        .endsWith("exec:exec@lecture -DskipTests -Dargs=\"--quick --labs memory --results " + folder + "\"");
    assertThat(folder.resolve("lecture.html")).content().contains("The lecture, decided");
  }

  @Test
  void anEarlierLabsFindingsAreKeptAndAFileThatCannotBeReadIsIgnored() throws IOException {
    CommandLineRun.of(LectureMain.class, "lab", "memory", "--quick", "--results", folder.toString());
    Files.writeString(folder.resolve("labs/gil.json"), "{}");

    CommandLineRun run = CommandLineRun.of(
        LectureMain.class, "--quick", "--labs", "switching,switching", "--results", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isNotEmpty().allMatch(line -> line.startsWith("ignored: cannot read ") && line.contains("gil.json"));
    assertThat(run.out()).filteredOn(line -> line.startsWith("  switching ")).hasSize(1);
    JsonNode labs = new ObjectMapper().readTree(folder.resolve("lecture.json").toFile()).get("labs");
    assertThat(labs.findValuesAsText("line")).hasSize(2);
  }

  @Test
  void aLabThatCannotBeRunDoesNotKeepTheOthersFromIt() throws IOException {
    // What was found earlier is not told as if it had been found now.
    CommandLineRun.of(LectureMain.class, "lab", "switching", "--quick", "--results", folder.toString());
    Files.delete(folder.resolve("labs/switching-crawls"));
    Files.createFile(folder.resolve("labs/switching-crawls"));

    CommandLineRun run = CommandLineRun.of(
        LectureMain.class, "--quick", "--labs", "switching,memory", "--results", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasSize(1).first().asString().startsWith("lab switching: cannot make the folder ");
    assertThat(run.out())
        .anyMatch(line -> line.equals("  switching     could not be run"))
        .anyMatch(line -> line.matches("  memory +\\d+ s   2 of 2 claims decided"))
        .anyMatch(line -> line.equals("39 claims: 2 × holds, 37 × undecided here."));
    assertThat(Files.readString(folder.resolve("lecture.json"))).contains("lab switching was not run");
  }

  @Test
  void aLabThatIsNotThereIsWrongUsage() {
    CommandLineRun lab = CommandLineRun.of(LectureMain.class, "lab", "nonesuch");
    CommandLineRun lecture = CommandLineRun.of(LectureMain.class, "--labs", "gil,nonesuch");

    assertThat(lab.exitCode()).isEqualTo(2);
    assertThat(lab.err()).hasSize(1).first().asString().startsWith("no lab 'nonesuch': there are bounds, io, cpu, ");
    assertThat(lecture.exitCode()).isEqualTo(2);
    assertThat(lecture.err()).isEqualTo(lab.err());
  }

  @Test
  void aLectureWithoutTimeIsWrongUsage() {
    CommandLineRun run = CommandLineRun.of(LectureMain.class, "--minutes", "0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).containsExactly("--minutes 0: a lecture takes at least 1 (--help lists all options)");
  }

  @Test
  void aFolderThatCannotBeMadeGetsOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandLineRun run = CommandLineRun.of(LectureMain.class, "lab", "memory", "--quick", "--results", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasSize(1).first().asString().contains("cannot make the folder", file.toString());
  }
}
