package lab.compare.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.compare.ChangingSite;
import lab.compare.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that is killed goes on by the same command, and in the end nothing shows of that. */
class UpdateKillTest {
  private static final List<Kill> KILLS = List.of(Kill.BEFORE_A_REQUEST, Kill.BODY_SAVED, Kill.RECORD_HALF_WRITTEN, Kill.RECORD_WRITTEN);

  @TempDir Path folder;

  private CommandLineRun crawl(ChangingSite site, String name, List<String> jvmOptions) {
    Path state = folder.resolve(name + "-state");
    List<String> usual = List.of("-D" + DoomedMain.VARIANT + "=sync", "-D" + DoomedMain.JOURNAL + "=" + state.resolve("journal"));
    return CommandLineRun.withJvmOptions(Stream.concat(usual.stream(), jvmOptions.stream()).toList(), DoomedMain.class,
        site.url(), "--no-robots", "--quiet", "--checksum-rounds", "0", "--update", "--state", state.toString(),
        "--out", folder.resolve(name).toString());
  }

  @Test
  void theResultIsThatOfANewCrawl() throws IOException {
    try (ChangingSite site = new ChangingSite()) {
      site.page("/", "home", "/a", "/b", "/c", "/d").page("/a", "a").page("/b", "b").page("/c", "c", "/e").page("/d", "d").page("/e", "e");
      crawl(site, "site", List.of());
      site.page("/", "new home", "/a", "/b", "/c", "/d").page("/c", "new c", "/e", "/f").page("/f", "f");
      site.answers();
      for (Kill kill : KILLS) {
        CommandLineRun killed = crawl(site, "site", List.of("-D" + DoomedMain.KILL + "=" + kill.name(), "-D" + DoomedMain.TIME + "=1"));
        assertThat(killed.exitCode()).as(kill.words()).isEqualTo(137);
      }
      CommandLineRun last = crawl(site, "site", List.of());
      Map<String, String> answers = site.answers();
      crawl(site, "anew", List.of());

      assertThat(last.exitCode()).isZero();
      assertThat(last.out()).anyMatch(line -> line.endsWith("1 new · 2 changed · 4 as before · 0 failed and kept as before · 0 gone and kept"));
      assertThat(files("site")).isEqualTo(files("anew"));
      assertThat(answers.keySet()).containsExactly("/", "/a", "/b", "/c", "/d", "/e", "/f");
      int requests = answers.values().stream().mapToInt(answer -> answer.split(" ").length).sum();
      assertThat(requests).as("requests, of which each kill may have lost one").isBetween(7, 7 + KILLS.size());
    }
  }

  private Map<String, String> files(String name) throws IOException {
    Path top = folder.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(top.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
