package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Robots;
import lab.crawl.RobotsRules;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.measure.PlanRecord;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an update begins, and when it goes on. */
class StandingTest {
  private static final HttpUrl PAGE = HttpUrl.get("http://site.example/");
  private static final Visit VISIT = new Visit.Saved(PAGE, 200, 5, "0".repeat(64), "-", "text/html");
  private static final PlanRecord PLAN = PlanRecord.of(CrawlPlan.of(PAGE).build());

  @TempDir Path folder;

  /** Crawls to the end. */
  private void crawl() {
    try (StateFolder state = StateFolder.openForUpdate(folder, PLAN)) {
      state.journal().append(new Visited(VISIT, List.of()));
      state.complete(new Changes(state.before(), new CrawlResult(List.of(VISIT), true, false), true));
    }
  }

  private int earlierVisits(PlanRecord plan) {
    try (StateFolder state = StateFolder.openForUpdate(folder, plan)) {
      state.journal().replay(_ -> {});
      return state.journal().earlierVisits();
    }
  }

  @Test
  void anUpdateBeginsWhenAllIsDone() {
    crawl();
    assertThat(StateFolder.isUpdateDue(folder)).isTrue();

    try (StateFolder state = StateFolder.openForUpdate(folder, PLAN)) {
      assertThat(StateFolder.isUpdateDue(folder)).isFalse();
      assertThat(state.before()).containsExactly(VISIT);
      state.journal().replay(_ -> {});
      assertThat(state.journal().earlierVisits()).isZero();
      state.journal().append(new Visited(VISIT, List.of()));
    }
    assertThat(StateFolder.isUpdateDue(folder)).as("of an update that goes on").isFalse();
    assertThat(earlierVisits(PLAN)).isOne();
  }

  @Test
  void aCrawlThatIsNotOverGoesOn() {
    try (StateFolder state = StateFolder.openForUpdate(folder, PLAN)) {
      state.journal().append(new Visited(VISIT, List.of()));
    }

    assertThat(StateFolder.isUpdateDue(folder)).isFalse();
    assertThat(earlierVisits(PLAN)).isOne();
  }

  /** At each moment at which it may be killed while it begins. */
  @Test
  void anUpdateThatHasHardlyBegunBeginsAgain() throws IOException {
    crawl();
    Files.delete(folder.resolve("journal"));
    assertThat(StateFolder.isUpdateDue(folder)).isTrue();

    Files.move(folder.resolve("complete"), folder.resolve("before"));
    assertThat(StateFolder.isUpdateDue(folder)).isTrue();

    try (StateFolder state = StateFolder.openForUpdate(folder, PLAN)) {
      assertThat(state.before()).containsExactly(VISIT);
    }
    assertThat(StateFolder.isUpdateDue(folder)).isFalse();
  }

  @Test
  void withoutUpdateWhatIsDoneIsDone() {
    crawl();
    try (StateFolder state = StateFolder.open(folder, PLAN)) {
      state.journal().replay(_ -> {});
      assertThat(state.journal().earlierVisits()).isOne();
    }
  }

  @Test
  void whatTheSiteSaysMayDifferAndWhatTheUserSaysMayNot() {
    crawl();
    PlanRecord otherPlan = PlanRecord.of(CrawlPlan.of(PAGE).maxDepth(1).build());
    assertThatThrownBy(() -> StateFolder.openForUpdate(folder, otherPlan)).isInstanceOf(StateException.class).hasMessageContaining("limits.maxDepth");
    assertThat(earlierVisitsOfAnother()).as("as it was").isOne();

    PlanRecord otherRobots = PlanRecord.of(CrawlPlan.of(PAGE).build().withRobots(new Robots(Map.of(PAGE.toString(), RobotsRules.ALLOW_ALL))));
    assertThat(earlierVisits(otherRobots)).isZero();
    assertThat(StateFolder.plan(folder)).as("from now on").isEqualTo(Optional.of(otherRobots));
  }

  private int earlierVisitsOfAnother() {
    try (StateFolder state = StateFolder.open(folder, PLAN)) {
      state.journal().replay(_ -> {});
      return state.journal().earlierVisits();
    }
  }
}
