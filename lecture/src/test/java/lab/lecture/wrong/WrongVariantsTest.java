package lab.lecture.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import lab.compare.CommandLineRun;
import lab.compare.CompareMain;
import lab.compare.run.CrawlOrder;
import lab.compare.run.VariantJob;
import lab.compare.run.VariantProcess;
import lab.compare.run.Variants;
import lab.crawl.CrawlPlan;
import lab.crawl.Variant;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.PlanRecord;
import lab.crawl.measure.RunRecord;
import lab.crawl.measure.SiteRecord;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wrong variants are there for labs, and for nobody else. */
class WrongVariantsTest {
  private static final List<String> WRONG = List.of("unlocked", "wrong-lock", "right-lock", "blocked-loop");

  @Test
  void aLabFindsTheWrongOnesAndAllOthers() {
    for (String name : WRONG) {
      assertThat(Variants.forLab(name).name()).isEqualTo(name);
    }
    assertThat(Variants.forLab("threads").name()).isEqualTo("threads");
    assertThatThrownBy(() -> Variants.forLab("fibres")).isInstanceOf(UsageException.class);
  }

  @Test
  void noneIsOffered() {
    assertThat(ServiceLoader.load(Variant.class)).filteredOn(variant -> !variant.isOffered()).extracting(Variant::name)
        .filteredOn(WRONG::contains).containsExactlyElementsOf(WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--variants %s", "sweep --concurrency 1,2 --variants %s"})
  void noCommandOffersThem(String args) {
    for (String name : WRONG) {
      assertThatThrownBy(() -> Variants.named(name))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("no variant '" + name + "': there are ")
          .hasMessageEndingWith("async, async-offload, cluster, dropping, dying, procs, sync, threads, virtual");
    }
    CommandLineRun run = CommandLineRun.of(CompareMain.class, args.formatted("unlocked").split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString()
        .contains("no variant 'unlocked'").doesNotContain("wrong-lock", "right-lock", "blocked-loop");
  }

  /** What the lab will see: the server counts what the control asked for, and no page twice. */
  @Test
  void aMeasuredJvmRunsThem(@TempDir Path folder) throws IOException {
    try (PracticeSite site = PracticeSite.launch(SiteOptions.of("hubs:3").withLatency("2ms").withPort(0))) {
      CrawlPlan plan = CrawlPlan.of(site.url().toString()).checksumRounds(0).build();
      SiteRecord record = new SiteRecord("hubs:3", Optional.empty(), Optional.empty(), site.url().toString());
      Path manifest = folder.resolve("manifest.tsv");
      CrawlOrder order = new CrawlOrder(manifest.toString(), Optional.empty());
      try (VariantProcess process = VariantProcess.started(new VariantJob("right-lock", PlanRecord.of(plan), record, false), _ -> {})) {
        RunRecord run = process.crawl(1, 1, Optional.of(site), order);

        assertThat(run.variant()).isEqualTo("right-lock");
        assertThat(run.outcome().complete()).isTrue();
        assertThat(run.outcome().pages()).isEqualTo(1 + 3 + 102);
        assertThat(run.server().requests()).contains(run.outcome().pages());
      }
      assertThat(Files.readString(manifest)).contains("/leaf/101.html\tsaved\t200");
    }
  }
}
