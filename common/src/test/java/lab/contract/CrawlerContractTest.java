package lab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit is itself tested: a correct crawler passes, and for each rule there is a broken crawler that fails it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrawlerContractTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** For crawlers that use all the patience there is. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  @AfterEach
  void cleanUp() {
    Forgotten.cleanUp();
  }

  /** First, because it warms the JVM up: what has little patience comes later. */
  @Test
  @Order(1)
  @DisplayName("A correct crawler keeps every rule.")
  void correct() {
    assertThat(Kit.failures(ReferenceCrawler::new, LONG, List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A broken crawler fails the rules that are meant for it, for the reason that is meant.")
  void broken(BrokenCrawler crawler) {
    Duration patience = crawler.isNoticedByPatience() ? SHORT : LONG;
    Map<String, String> failures = Kit.failures(crawler::newCrawler, patience, crawler.rules());

    assertThat(failures.keySet()).containsExactlyInAnyOrderElementsOf(crawler.rules());
    assertThat(failures.values()).allSatisfy(message -> assertThat(message).contains(crawler.says()));
  }

  @Test
  @DisplayName("For each rule there is a crawler that fails it: no rule is there for show.")
  void everyRuleCanFail() {
    List<String> proven =
        Arrays.stream(BrokenCrawler.values()).flatMap(crawler -> crawler.rules().stream()).distinct().toList();
    List<String> numbers = Kit.rules().stream().map(rule -> rule.substring(0, rule.indexOf(' '))).toList();

    assertThat(proven).containsExactlyInAnyOrderElementsOf(numbers);
  }

  @Test
  @DisplayName("CONTRACT.md lists exactly the rules that there are.")
  void documented() throws IOException {
    String page = Files.readString(Path.of("CONTRACT.md"));

    assertThat(page.lines().filter(line -> line.startsWith("- **")).map(line -> line.substring(2).replace("**", ""))
            .collect(Collectors.toSet()))
        .isEqualTo(Kit.rules());
  }
}
