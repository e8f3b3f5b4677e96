package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import lab.crawl.CrawlPlan;
import org.junit.jupiter.api.Test;

class PlanRecordTest {
  private static final CrawlPlan PLAN = CrawlPlan.of("http://site.test/").concurrency(2).checksumRounds(3).interpreterLock(true)
      .maxDepth(4).timeout(Duration.ofSeconds(5)).out(Path.of("six").toAbsolutePath()).build();

  @Test
  void aPlanComesBackFromJsonAsItWas() {
    String json = Json.line(PlanRecord.of(PLAN));
    assertThat(json).contains("\"interpreterLock\":true");
    assertThat(PlanRecord.of(Json.read(json, PlanRecord.class).toPlan())).isEqualTo(PlanRecord.of(PLAN));
  }

  @Test
  void timesAreMillisecondsAndPathsAreText() {
    assertThat(Json.line(PlanRecord.of(PLAN))).contains("\"timeout\":5000", "\"out\":\"/");
  }

  @Test
  void aTitleTellsOfTheLockIfThereIsOne() {
    assertThat(PlanRecord.of(PLAN).lockNote()).isEqualTo(" · with an interpreter lock");
    assertThat(PlanRecord.of(CrawlPlan.of("http://site.test/").build()).lockNote()).isEmpty();
  }
}
