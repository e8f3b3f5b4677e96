package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import lab.crawl.threads.ThreadsMain;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crawl that keeps its state, as a user meets it. */
class StateCommandTest {
  @TempDir Path folder;
  private PracticeSite site;

  @BeforeEach
  void start() {
    site = PracticeSite.start(SiteOptions.of("flat:20"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private CommandLineRun run(Class<?> main, String... more) {
    List<String> args = new ArrayList<>(List.of(site.url().toString(), "--state", folder.resolve("state").toString()));
    args.addAll(List.of(more));
    return CommandLineRun.of(main, args.toArray(String[]::new));
  }

  private static String digest(CommandLineRun run) {
    return run.out().stream().filter(line -> line.strip().startsWith("site digest")).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void whatIsDoneIsNotAskedForAgainWhicheverDesignGoesOn(Class<?> main) {
    CommandLineRun first = run(main);
    site.reset();
    for (Class<?> next : List.of(main, SyncMain.class)) {
      CommandLineRun again = run(next);

      assertThat(again.exitCode()).isZero();
      assertThat(site.counts().requests()).isZero();
      assertThat(again.out()).anyMatch(line -> line.matches("  before +21 of them were done by earlier runs of this crawl"));
      assertThat(digest(again)).isEqualTo(digest(first));
    }
  }

  @Test
  void anotherPlanIsRefusedAndWhatDiffersIsSaid() {
    run(SyncMain.class);
    site.reset();
    CommandLineRun other = run(SyncMain.class, "--max-depth", "1");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).singleElement().asString()
        .contains("--state", "another one: limits.maxDepth was 2147483647 and is now 1", "name another folder");
    assertThat(site.counts().requests()).isZero();
  }

  @Test
  void whatNoResultDependsOnMayDiffer() {
    run(SyncMain.class);

    assertThat(run(SyncMain.class, "--concurrency", "3", "--timeout", "5s", "--patience", "1s", "--quiet").exitCode()).isZero();
  }

  @Test
  void statusTellsHowFarItIs() {
    run(SyncMain.class);
    CommandLineRun status = CommandLineRun.of(SyncMain.class, "--status", folder.resolve("state").toString());

    assertThat(status.exitCode()).isZero();
    assertThat(String.join("\n", status.out())).contains(site.url().toString()).containsPattern("state +complete")
        .containsPattern("pages +21 saved · 0 redirected · 0 failed · 0 wait");
  }

  @Test
  void statusOfNothingIsOneLine() {
    CommandLineRun status = CommandLineRun.of(SyncMain.class, "--status", folder.toString());

    assertThat(status.exitCode()).isEqualTo(2);
    assertThat(status.err()).singleElement().asString().contains("no crawl has kept its state in " + folder);
  }
}
