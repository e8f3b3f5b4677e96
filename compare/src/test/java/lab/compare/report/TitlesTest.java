package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.compare.run.Runs;
import lab.compare.run.Sweep;
import org.junit.jupiter.api.Test;

class TitlesTest {

  @Test
  void aComparisonSaysIfThereWasAnInterpreterLock() {
    assertThat(new Titles(Texts.ENGLISH).crawl(Runs.of("sync", 1_000).results()))
        .isEqualTo("flat:7, latency 5ms · concurrency 8 · 40 checksum rounds a page · 1 round in 1 JVM");
    assertThat(new Titles(Texts.ENGLISH).crawl(Runs.of("sync", 1_000).by(Runs.planWithLock()).results()))
        .endsWith(" · 1 round in 1 JVM · with an interpreter lock");
  }

  @Test
  void oneCoreIsNoPlural() {
    assertThat(new Titles(Texts.ENGLISH).machine(Runs.machine(1))).startsWith("1 core (");
    assertThat(new Titles(Texts.ENGLISH).machine(Runs.machine(2))).startsWith("2 cores (");
  }

  @Test
  void aSweepSaysSoToo() {
    Sweep sweep = new Sweep("mvn compare", "concurrency", List.of("1", "2"), List.of("sync"), Runs.machine(2), Runs.SITE,
        Runs.planWithLock(), List.of());
    assertThat(new Titles(Texts.ENGLISH).sweep(sweep))
        .isEqualTo("sweep of concurrency over 1, 2 · flat:7 · latency 5ms · 40 checksum rounds a page"
            + " · with an interpreter lock");
  }
}
