package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep as a user runs it. */
class SweepMainTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void aSweepThatWasStoppedGoesOnWhereItWas() throws IOException {
    CommandLineRun first = sweep();

    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).first().asString().startsWith("sweep of concurrency over 1, 2 · flat:6 · latency 2ms");
    assertThat(first.out()).contains("Pages per second:").anyMatch(line -> line.contains(folder.resolve("sweep.html").toString()));
    assertThat(folder.resolve("sweep.html")).exists();
    assertThat(folder.resolve("out/threads/page")).isDirectoryContaining("glob:**/0.html").isDirectoryNotContaining("glob:**.{orig,html~refs}");
    List<String> begun = begun();
    assertThat(begun).as("sync, threads at 1; sync, threads at 2").hasSize(4);
    assertThat(begun.get(2)).as("sync makes no use of the width: measured once").isEqualTo(begun.get(0));
    assertThat(begun.get(3)).isNotEqualTo(begun.get(1));

    keepOnlyTheFirstPoint();
    CommandLineRun second = sweep();

    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).first().asString().startsWith("1 of 4 runs were measured before: going on");
    assertThat(begun()).hasSize(4).startsWith(begun.get(0)).doesNotContain(begun.get(1), begun.get(3));

    CommandLineRun restarted = sweep("--restart");

    assertThat(restarted.out()).noneMatch(line -> line.contains("going on"));
    assertThat(begun()).hasSize(4).doesNotContain(begun.get(0));
  }

  private CommandLineRun sweep(String... more) {
    List<String> args = new ArrayList<>(List.of("sweep", "--site", "flat:6", "--latency", "2ms", "--concurrency", "1,2",
        "--variants", "sync,threads", "--results", file().toString(), "--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return CommandLineRun.of(CompareMain.class, args.toArray(String[]::new));
  }

  /** As if the sweep had been stopped then. */
  private void keepOnlyTheFirstPoint() throws IOException {
    ObjectNode sweep = (ObjectNode) JSON.readTree(file().toFile());
    ArrayNode points = (ArrayNode) sweep.get("points");
    while (points.size() > 1) {
      points.remove(1);
    }
    JSON.writeValue(file().toFile(), sweep);
  }

  private List<String> begun() throws IOException {
    return JSON.readTree(file().toFile()).get("points").findValuesAsText("begunAt");
  }

  private Path file() {
    return folder.resolve("sweep.json");
  }
}
